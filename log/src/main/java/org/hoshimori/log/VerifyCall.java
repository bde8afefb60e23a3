package org.hoshimori.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The command line of [Verify], read strictly.
record VerifyCall(
        String dump,
        List<VerifierKey> keys,
        List<SignedCheckpoint> checkpoints,
        boolean json,
        boolean help,
        String language) {

    static Parsed<VerifyCall> parse(String[] arguments, Locale locale) {
        return Strict.attempt(() -> read(new ArrayDeque<>(List.of(arguments)), locale));
    }

    private static VerifyCall read(Deque<String> arguments, Locale locale) throws Malformation {
        List<String> dumps = new ArrayList<>();
        List<VerifierKey> keys = new ArrayList<>();
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        boolean json = false;
        boolean help = false;
        String language = locale.getLanguage().equals("ja") ? "ja" : "en";
        while (!arguments.isEmpty()) {
            String argument = arguments.pop();
            switch (argument) {
                case "--json" -> json = true;
                case "--help", "-h" -> help = true;
                case "--lang" -> language = language(value(arguments, argument));
                case "--key" -> keys.add(key(value(arguments, argument)));
                case "--checkpoint" -> checkpoints.add(checkpoint(value(arguments, argument)));
                default -> dumps.add(dump(argument));
            }
        }
        if (!help && dumps.size() != 1) {
            throw new Malformation("java -jar log.jar DUMP: one dump is needed; --help says more");
        }
        return new VerifyCall(String.join("", dumps), keys, checkpoints, json, help, language);
    }

    private static String dump(String argument) throws Malformation {
        if (argument.startsWith("-") && !argument.equals("-")) {
            throw new Malformation(argument + ": there is no such option; --help lists them");
        }
        return argument;
    }

    private static String value(Deque<String> arguments, String option) throws Malformation {
        if (arguments.isEmpty()) {
            throw new Malformation(option + ": its value is missing");
        }
        return arguments.pop();
    }

    private static String language(String language) throws Malformation {
        if (!language.equals("ja") && !language.equals("en")) {
            throw new Malformation("--lang: ja or en");
        }
        return language;
    }

    private static VerifierKey key(String text) throws Malformation {
        try {
            return VerifierKey.read(text);
        } catch (Malformation e) {
            throw new Malformation("--key: " + e.reason());
        }
    }

    private static SignedCheckpoint checkpoint(String file) throws Malformation {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > Note.LONGEST) {
                throw new Malformation("too long for a checkpoint");
            }
            return SignedCheckpoint.read(Files.readAllBytes(path));
        } catch (IOException | InvalidPathException e) {
            throw new Malformation("--checkpoint " + file + ": cannot be read");
        } catch (Malformation e) {
            throw new Malformation("--checkpoint " + file + ": " + e.reason());
        }
    }
}
