package org.hoshimori.formats.oscal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Real documents with something wrong in them: bytes changed, pieces cut out, repeated, moved.
final class Mutations {
    private Mutations() {}

    static byte[] of(byte[] document, Random random) {
        byte[] file = document.clone();
        for (int i = 0; i < 1 + random.nextInt(6) && file.length > 1; i++) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(60));
            switch (random.nextInt(5)) {
                case 0 -> file[from] = (byte) random.nextInt();
                case 1 ->
                        file[from] =
                                "{}[]<>\"':,&*!|#-\\\n\t 0"
                                        .getBytes(StandardCharsets.UTF_8)[random.nextInt(21)];
                case 2 ->
                        file =
                                join(
                                        Arrays.copyOf(file, from),
                                        Arrays.copyOfRange(file, to, file.length));
                case 3 ->
                        file =
                                join(
                                        Arrays.copyOf(file, to),
                                        Arrays.copyOfRange(file, from, file.length));
                default -> file = random.nextInt(5) == 0 ? Arrays.copyOf(file, from) : file;
            }
        }
        return file;
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
