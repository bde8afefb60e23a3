package org.hoshimori.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a bundle to its end and names every line at fault: whoever is strict refuses when there is
/// any, whoever is tolerant goes on with the rest.
public final class BundleReader {

    /// The longest line, in bytes.
    static final int LONGEST = 2 << 20;

    private BundleReader() {}

    public static Bundle read(byte[] bytes) {
        List<Observation> observations = new ArrayList<>();
        List<Bundle.LineFault> faults = new ArrayList<>();
        Optional<Seal> seal = Optional.empty();
        int body = bytes.length;
        int number = 0;
        int start = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
        while (start < bytes.length) {
            number++;
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            try {
                String line = decode(bytes, start, end);
                if (seal.isPresent() && !line.isBlank()) {
                    throw new Malformed("nothing may follow the seal");
                }
                if (line.startsWith("{\"seal\":")) {
                    seal = Optional.of(Seal.read(line));
                    body = start;
                } else if (!line.isBlank()) {
                    observations.add(ObservationJson.read(line));
                }
            } catch (Malformed e) {
                faults.add(new Bundle.LineFault(number, e.column(), e.problem()));
            }
            start = end + 1;
        }
        return new Bundle(observations, faults, seal, Octets.of(Arrays.copyOf(bytes, body)));
    }

    private static String decode(byte[] bytes, int start, int end) throws Malformed {
        if (end - start > LONGEST) {
            throw new Malformed("a line above " + LONGEST + " bytes is not read");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }
}
