package org.hoshimori.log;

import java.util.ArrayList;
import java.util.List;

/// What a dump says of itself before its entries.
///
/// @param keys as the dump names them: no proof of anything by themselves
record DumpHead(String origin, List<VerifierKey> keys, long entries) {

    /// Reads the lines up to the first blank one.
    static DumpHead read(DumpLines lines) throws Malformation {
        if (!lines.take("the first line").equals(DumpWriter.FIRST_LINE)) {
            throw new Malformation("the first line is not '" + DumpWriter.FIRST_LINE + "'");
        }
        String origin = value(lines.take("the origin"), DumpWriter.ORIGIN);
        if (origin.isEmpty() || !Strict.isLine(origin)) {
            throw new Malformation("an origin is a line of text");
        }
        List<VerifierKey> keys = new ArrayList<>();
        String line = lines.take("the number of entries");
        while (line.startsWith(DumpWriter.KEY)) {
            keys.add(VerifierKey.read(value(line, DumpWriter.KEY)));
            line = lines.take("the number of entries");
        }
        long entries = Strict.decimal(value(line, DumpWriter.ENTRIES));
        if (!lines.take("a blank line").isEmpty()) {
            throw new Malformation("after the number of entries comes a blank line");
        }
        return new DumpHead(origin, List.copyOf(keys), entries);
    }

    private static String value(String line, String name) throws Malformation {
        if (!line.startsWith(name)) {
            throw new Malformation("a line '" + name + "…' is expected here");
        }
        return line.substring(name.length());
    }
}
