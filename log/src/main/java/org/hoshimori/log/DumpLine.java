package org.hoshimori.log;

import java.nio.charset.StandardCharsets;

/// One entry line of a dump: `number leaf-hash entry`.
record DumpLine(long number, Hash leaf, byte[] entry) {

    static DumpLine read(String line) throws Malformation {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0) {
            throw new Malformation("not an entry line: number, leaf hash, entry");
        }
        long number = Strict.decimal(line.substring(0, first));
        Hash leaf = Hash.read(line.substring(first + 1, second));
        String entry = line.substring(second + 1);
        if (entry.startsWith(DumpWriter.ENCODED)) {
            return new DumpLine(number, leaf, Strict.base64(entry.substring(1)).raw());
        }
        if (!entry.startsWith("{")) {
            throw new Malformation("an entry begins with { or, in base64, with :");
        }
        return new DumpLine(number, leaf, entry.getBytes(StandardCharsets.UTF_8));
    }
}
