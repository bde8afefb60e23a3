package org.hoshimori.log;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The command `java -jar log.jar DUMP`: verifies a whole register offline, with this jar alone.
public final class Verify {

    private static final int YES = 0;
    private static final int NO = 1;
    private static final int WRONG_CALL = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Locale locale;

    Verify(InputStream in, PrintStream out, PrintStream err, Locale locale) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.locale = locale;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// The command for a program that has a command line of its own; exit code 0, 1 or 2.
    public static int run(String... arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = new Verify(System.in, out, err, Locale.getDefault()).verify(arguments);
        out.flush();
        err.flush();
        return code;
    }

    int verify(String... arguments) {
        return switch (VerifyCall.parse(arguments, locale)) {
            case Parsed.Read<VerifyCall>(VerifyCall call) when call.help() -> help(call);
            case Parsed.Read<VerifyCall>(VerifyCall call) -> verify(call);
            case Parsed.Malformed<VerifyCall>(String reason) -> {
                err.println(reason);
                yield WRONG_CALL;
            }
        };
    }

    private int help(VerifyCall call) {
        out.print(new VerifyTexts(call.language()).say("help"));
        return YES;
    }

    private int verify(VerifyCall call) {
        DumpVerdict verdict;
        try (InputStream dump =
                call.dump().equals("-") ? in : Files.newInputStream(Path.of(call.dump()))) {
            verdict =
                    new DumpVerifier(call.keys(), call.checkpoints())
                            .verify(new BufferedInputStream(dump, 1 << 16));
        } catch (IOException e) {
            err.println(new VerifyTexts(call.language()).say("no-file", call.dump()));
            return WRONG_CALL;
        }
        Report report = new Report(verdict, new VerifyTexts(call.language()));
        return switch (verdict) {
            case DumpVerdict.Intact _ -> print(call.json() ? report.json() : report.text(), YES);
            case DumpVerdict.Faulty _ -> print(call.json() ? report.json() : report.text(), NO);
            case DumpVerdict.Unreadable _ -> {
                err.print(call.dump() + report.text());
                yield WRONG_CALL;
            }
        };
    }

    private int print(String report, int code) {
        out.print(report);
        return code;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
