package org.hoshimori.probe.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the usual calls of `probe` without picocli, whose start costs as much as a look at a host
/// (ADR 0039). What is not plain here (help, a fault, an option it does not know, an unusual way to
/// write one) is left to picocli, which alone defines the command; a test holds both to the same
/// result.
final class PlainCall {

    private final ProbeCommand command;
    private final Set<String> once = new HashSet<>();

    private PlainCall(Console console) {
        this.command = new ProbeCommand(console);
    }

    /// The command with its options set, or nothing where picocli has to read the call.
    static Optional<ProbeCommand> read(List<String> args, Console console) {
        if (args.isEmpty() || !args.getFirst().equals("probe")) {
            return Optional.empty();
        }
        PlainCall call = new PlainCall(console);
        return call.all(args) ? Optional.of(call.command) : Optional.empty();
    }

    private boolean all(List<String> args) {
        List<String> targets = new ArrayList<>();
        for (int i = 1; i < args.size(); i++) {
            String arg = args.get(i);
            if (!plain(arg)) {
                return false;
            }
            if (!arg.startsWith("-")) {
                targets.add(arg);
            } else if (!flag(arg)) {
                int equals = arg.indexOf('=');
                String name = equals < 0 ? arg : arg.substring(0, equals);
                String value = value(args, i, equals);
                if (value == null || !option(name, value)) {
                    return false;
                }
                i += equals < 0 ? 1 : 0;
            }
        }
        if (!targets.isEmpty()) {
            command.given = targets;
        }
        return true;
    }

    /// Not a file of arguments, and without quotes, which picocli may take away.
    private static boolean plain(String text) {
        return !text.isEmpty()
                && text.charAt(0) != '@'
                && text.indexOf('"') < 0
                && text.indexOf('\'') < 0;
    }

    private static @Nullable String value(List<String> args, int at, int equals) {
        String value =
                equals >= 0
                        ? args.get(at).substring(equals + 1)
                        : at + 1 < args.size() ? args.get(at + 1) : "";
        return plain(value) && !value.startsWith("-") ? value : null;
    }

    private boolean flag(String name) {
        switch (name) {
            case "--json" -> command.asJson = true;
            case "--allow-private" -> command.allowPrivate = true;
            case "--no-revocation" -> command.noRevocation = true;
            default -> {
                return false;
            }
        }
        return once.add(name);
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--ports" -> {
                return ports(value);
            }
            case "--reputation" -> {
                command.feeds = with(command.feeds, Path.of(value));
                return true;
            }
            case "--import" -> {
                command.imports = with(command.imports, Path.of(value));
                return true;
            }
            case "--from" -> command.from = Path.of(value);
            case "--resolver" -> command.resolver = value;
            case "--ca" -> command.authorities = Path.of(value);
            case "--anchor" -> command.anchor = Path.of(value);
            case "--do-not-probe" -> command.doNotProbe = Path.of(value);
            case "--sign" -> command.key = Path.of(value);
            case "--lang" -> {
                // The console has read it.
                if (!value.equals("ja") && !value.equals("en")) {
                    return false;
                }
            }
            default -> {
                return number(name, value) && once.add(name);
            }
        }
        return once.add(name);
    }

    private boolean number(String name, String value) {
        if (!digits(value)) {
            return false;
        }
        int number = Integer.parseInt(value);
        switch (name) {
            case "--max-rate" -> command.perSecond = number;
            case "--timeout" -> command.seconds = number;
            case "--together" -> command.together = number;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Few enough for an `int`.
    private static boolean digits(String text) {
        boolean digits = text.length() < 10;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private boolean ports(String value) {
        for (int from = 0; from <= value.length(); ) {
            int comma = value.indexOf(',', from);
            int end = comma < 0 ? value.length() : comma;
            if (end == from) {
                return false;
            }
            command.ports = with(command.ports, value.substring(from, end));
            from = end + 1;
        }
        return true;
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
