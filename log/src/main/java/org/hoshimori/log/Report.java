package org.hoshimori.log;

import java.util.List;
import java.util.stream.Collectors;

/// A verdict as people and as programs read it.
record Report(DumpVerdict verdict, VerifyTexts texts) {

    String text() {
        return switch (verdict) {
            case DumpVerdict.Intact intact -> intact(intact);
            case DumpVerdict.Faulty(String origin, long entries, List<Fault> faults) ->
                    texts.say("faulty", origin, number(entries))
                            + "\n"
                            + faults.stream()
                                    .map(f -> "  - " + sentence(f) + "\n")
                                    .collect(Collectors.joining());
            case DumpVerdict.Unreadable(long line, String reason) ->
                    texts.say("unreadable", number(line), reason) + "\n";
        };
    }

    private String intact(DumpVerdict.Intact intact) {
        String signed =
                intact.signedBy().stream().map(VerifierKey::text).collect(Collectors.joining(", "));
        return texts.say(
                        "intact",
                        intact.origin(),
                        number(intact.head().size()),
                        intact.head().root().base64(),
                        signed,
                        number(intact.checkpoints()))
                + "\n"
                + (intact.keyTrusted() ? "" : texts.say("own-key") + "\n");
    }

    String json() {
        return switch (verdict) {
            case DumpVerdict.Intact intact ->
                    "{\"verdict\":\"intact\",\"origin\":%s,\"entries\":%d,\"root\":%s,\"signed_by\":[%s],\"key_trusted\":%s,\"checkpoints\":%d,\"faults\":[]}\n"
                            .formatted(
                                    quoted(intact.origin()),
                                    intact.head().size(),
                                    quoted(intact.head().root().base64()),
                                    intact.signedBy().stream()
                                            .map(key -> quoted(key.text()))
                                            .collect(Collectors.joining(",")),
                                    intact.keyTrusted(),
                                    intact.checkpoints());
            case DumpVerdict.Faulty(String origin, long entries, List<Fault> faults) ->
                    "{\"verdict\":\"faulty\",\"origin\":%s,\"entries\":%d,\"faults\":[%s]}\n"
                            .formatted(
                                    quoted(origin),
                                    entries,
                                    faults.stream()
                                            .map(this::json)
                                            .collect(Collectors.joining(",")));
            case DumpVerdict.Unreadable(long line, String reason) ->
                    "{\"verdict\":\"unreadable\",\"line\":%d,\"reason\":%s}\n"
                            .formatted(line, quoted(reason));
        };
    }

    private String json(Fault fault) {
        String place =
                switch (fault) {
                    case Fault.Dropped(long first, long last, long line) ->
                            place(first, last, line);
                    case Fault.OutOfOrder(long entry, long line) -> place(entry, entry, line);
                    case Fault.Rewritten(long entry, long line) -> place(entry, entry, line);
                    case Fault.Swapped(long entry, long other, long line) ->
                            place(entry, other, line);
                    case Fault.WrongLeafHash(long entry, long line) -> place(entry, entry, line);
                    case Fault.RootDiffers(long first, long last, Hash _, Hash _) ->
                            ",\"first_entry\":%d,\"last_entry\":%d".formatted(first, last);
                    case Fault.Truncated(long _, long _, long line) -> ",\"line\":" + line;
                    case Fault.Unsigned(long covered, long _) -> ",\"first_entry\":" + covered;
                    case Fault.BadSignature _, Fault.UnknownKey _, Fault.WrongOrigin _ -> "";
                    case Fault.NotConsistent(long size, Hash _, Hash _) ->
                            ",\"checkpoint\":" + size;
                    case Fault.Shortened(long size, long _) -> ",\"checkpoint\":" + size;
                };
        return "{\"fault\":%s%s,\"message\":%s}"
                .formatted(quoted(fault.kind()), place, quoted(sentence(fault)));
    }

    private static String place(long first, long last, long line) {
        return ",\"first_entry\":%d,\"last_entry\":%d,\"line\":%d".formatted(first, last, line);
    }

    private String sentence(Fault fault) {
        return switch (fault) {
            case Fault.Dropped(long first, long last, long line) -> say(fault, first, last, line);
            case Fault.OutOfOrder(long entry, long line) -> say(fault, entry, line);
            case Fault.Rewritten(long entry, long line) -> say(fault, entry, line);
            case Fault.Swapped(long entry, long other, long line) -> say(fault, entry, other, line);
            case Fault.WrongLeafHash(long entry, long line) -> say(fault, entry, line);
            case Fault.Truncated(long announced, long found, long line) ->
                    say(fault, announced, found, line);
            case Fault.Unsigned(long covered, long found) -> say(fault, covered, found);
            case Fault.RootDiffers(long first, long last, Hash computed, Hash signed) ->
                    say(fault, first, last, computed.base64(), signed.base64());
            case Fault.BadSignature(VerifierKey key, long size) -> say(fault, key.text(), size);
            case Fault.UnknownKey(String signers, long size) -> say(fault, signers, size);
            case Fault.WrongOrigin(String expected, String found) -> say(fault, expected, found);
            case Fault.NotConsistent(long size, Hash computed, Hash signed) ->
                    say(fault, size, computed.base64(), signed.base64());
            case Fault.Shortened(long size, long entries) -> say(fault, size, entries);
        };
    }

    private String say(Fault fault, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = values[i].toString();
        }
        return texts.say(fault.kind(), words);
    }

    /// Entry numbers are names, not amounts: no thousands separators.
    private static String number(long value) {
        return Long.toString(value);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        json.append('\\').append((char) c);
                    } else if (c < ' ') {
                        json.append("\\u%04x".formatted(c));
                    } else {
                        json.append((char) c);
                    }
                });
        return json.append('"').toString();
    }
}
