package org.hoshimori.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The lines of a dump, each ended by a newline and of bounded length, with their numbers from 1.
final class DumpLines {

    /// The longest entry in base64 with its number and hash.
    private static final int LONGEST = 100_000;

    private final InputStream in;
    private long number;
    private boolean cut;

    /// @param in buffered
    DumpLines(InputStream in) {
        this.in = in;
    }

    /// Number of the line read last.
    long number() {
        return number;
    }

    /// Whether the file ended in the middle of a line, which is then not given out.
    boolean cut() {
        return cut;
    }

    String take(String what) throws Malformation {
        return next().orElseThrow(() -> new Malformation("the file ends before " + what));
    }

    /// The next line, or nothing at the end of the file.
    Optional<String> next() throws Malformation {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        number++;
        int read = read();
        while (read >= 0 && read != '\n') {
            if (line.size() == LONGEST) {
                throw new Malformation("a line of more than " + LONGEST + " bytes");
            }
            line.write(read);
            read = read();
        }
        if (read < 0) {
            cut = line.size() > 0;
            return Optional.empty();
        }
        return Optional.of(Strict.utf8(line.toByteArray()));
    }

    private int read() throws Malformation {
        try {
            return in.read();
        } catch (IOException e) {
            throw new Malformation("the file cannot be read: " + e.getMessage());
        }
    }
}
