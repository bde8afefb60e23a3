package org.hoshimori.probe.command;

import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.tls.TlsClient;

/// The door of the probe's own process. Exit codes: 0 yes, 1 an honest no, 2 the input or the call
/// is wrong, with one line for each fault on standard error.
public final class Main {
    static final int YES = 0;
    static final int NO = 1;
    static final int WRONG = 2;

    private Main() {}

    public static void main(String[] args) {
        List<String> list = List.of(args);
        if (list.contains("probe")) {
            // While the call is read, another core makes ready what every look at TLS needs.
            Thread.ofPlatform().daemon().start(TlsClient::prepare);
        }
        int code;
        try (Console console = Console.ofProcess(list)) {
            code = run(list, console);
        }
        // All is written; nothing else has an end of its own.
        Runtime.getRuntime().halt(code);
    }

    static int run(List<String> args, Console console) {
        Optional<ProbeCommand> plain = PlainCall.read(args, console);
        if (plain.isEmpty()) {
            return Commands.run(args, console);
        }
        try {
            return plain.get().call();
        } catch (RuntimeException e) {
            return broken(e, console);
        }
    }

    static int broken(Exception broken, Console console) {
        console.fault("hoshimori: " + broken);
        return WRONG;
    }
}
