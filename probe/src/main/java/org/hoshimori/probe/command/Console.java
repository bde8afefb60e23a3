package org.hoshimori.probe.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.hoshimori.probe.Text;

/// What a command may touch of the world.
record Console(InputStream in, PrintWriter out, PrintWriter err, Locale locale, Clock clock)
        implements AutoCloseable {

    static Console ofProcess(List<String> args) {
        return of(
                args,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Clock.systemUTC());
    }

    static Console of(
            List<String> args, InputStream in, OutputStream out, OutputStream err, Clock clock) {
        Locale wanted = Locale.getDefault();
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                wanted = Locale.of(args.get(i + 1));
            } else if (args.get(i).startsWith("--lang=")) {
                wanted = Locale.of(args.get(i).substring("--lang=".length()));
            }
        }
        return new Console(
                in,
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                wanted.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH,
                clock);
    }

    String say(Text text) {
        return text.in(locale);
    }

    String say(String ja, String en) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }

    void fault(String line) {
        err.println(line);
    }

    void fault(String ja, String en) {
        err.println("hoshimori: " + say(ja, en));
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }
}
