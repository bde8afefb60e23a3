package org.hoshimori.platform.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.hoshimori.rules.Text;

/// What a command may touch of the world: its streams, its language, the clock and the data folder.
///
/// @param words help texts in the language
record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Locale locale,
        Clock clock,
        Path data,
        ResourceBundle words)
        implements AutoCloseable {
    /// A legal day in Japan.
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /// Standard streams in UTF-8, whatever the terminal claims: redirected files are read
    /// elsewhere.
    static Console ofProcess(List<String> args) {
        return of(
                args,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Clock.system(TOKYO),
                defaultData());
    }

    static Console of(
            List<String> args,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Clock clock,
            Path data) {
        Locale locale = option(args, "--lang").map(Locale::of).orElse(Locale.getDefault());
        Locale language = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        return new Console(
                in,
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, false, StandardCharsets.UTF_8),
                language,
                clock,
                option(args, "--data").map(Path::of).orElse(data),
                ResourceBundle.getBundle("messages/command", language));
    }

    /// Languages and folders are needed before the arguments are understood, even to say that they
    /// are not.
    private static Optional<String> option(List<String> args, String name) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals(name) && i + 1 < args.size()) {
                return Optional.of(args.get(i + 1));
            }
            if (args.get(i).startsWith(name + "=")) {
                return Optional.of(args.get(i).substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /// The folder that `serve` uses too: HOSHIMORI_DATA, else `data` beside the command.
    private static Path defaultData() {
        String named = System.getenv("HOSHIMORI_DATA");
        String home = System.getenv("HOSHIMORI_HOME");
        return named != null ? Path.of(named) : Path.of(home == null ? "." : home, "data");
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(TOKYO));
    }

    String say(Text text) {
        return text.in(locale);
    }

    void line(Text text) {
        out.println(say(text));
    }

    void fault(String line) {
        err.println(line);
    }

    void fault(Text text) {
        fault("hoshimori: " + say(text));
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }
}
