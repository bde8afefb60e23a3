package org.hoshimori.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.LongStream;

/// A signed log of numbered entries to test with.
final class Logs {

    static final String ORIGIN = "register.example/log";
    static final SignerKey SIGNER = SignerKey.generate(ORIGIN, new SecureRandom());
    static final VerifierKey KEY = SIGNER.verifier();

    private Logs() {}

    static SignedCheckpoint checkpoint(int size) {
        return checkpoint(size, SIGNER);
    }

    static SignedCheckpoint checkpoint(int size, SignerKey signer) {
        TreeHead head = Trees.head(Trees.leaves(size));
        return SignedCheckpoint.sign(new Checkpoint(ORIGIN, head), signer);
    }

    static String dump(int size, int... older) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DumpWriter writer = new DumpWriter(out, ORIGIN, List.of(KEY), size);
            for (int number = 0; number < size; number++) {
                byte[] entry = Trees.entry(number);
                writer.entry(number, Hash.leaf(entry), entry);
            }
            List<SignedCheckpoint> checkpoints =
                    LongStream.concat(
                                    java.util.Arrays.stream(older).asLongStream(),
                                    LongStream.of(size))
                            .mapToObj(n -> checkpoint((int) n))
                            .toList();
            writer.finish(checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
