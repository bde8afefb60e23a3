package org.hoshimori.rules;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one mapping key by key and reports all that is wrong with it: a key that is missing, of
/// the wrong form, or not known. After a fault a stand-in is returned so that reading can go on;
/// nothing built from stand-ins leaves [EditionReader].
final class Fields {
    private static final String STAND_IN = "?";

    private final YamlNode.Mapping mapping;
    private final Text context;
    private final Faults faults;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /// @param context what the mapping describes, such as `criterion 4-1-3-2`
    Fields(YamlNode.Mapping mapping, Text context, Faults faults) {
        this.mapping = mapping;
        this.context = context;
        this.faults = faults;
        mapping.entries().forEach(entry -> entries.put(entry.key().value(), entry));
    }

    void fault(YamlNode at, String ja, String en) {
        faults.add(at, context.ja() + ": " + ja, context.en() + ": " + en);
    }

    /// Where `key`'s value stands, or the mapping itself.
    YamlNode at(String key) {
        YamlNode.Entry entry = entries.get(key);
        return entry == null ? mapping : entry.value();
    }

    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    String word(String key) {
        return scalar(key).orElse(STAND_IN);
    }

    @Nullable String wordOrNull(String key) {
        return has(key) ? word(key) : null;
    }

    private Optional<String> scalar(String key) {
        return value(key).flatMap(node -> scalar(node, key));
    }

    private Optional<String> scalar(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.value().isBlank()) {
            return Optional.of(scalar.value().strip());
        }
        fault(node, "「" + key + "」には文字が必要です", "\"" + key + "\" must be words");
        return Optional.empty();
    }

    private Optional<YamlNode> value(String key) {
        known.add(key);
        YamlNode.Entry entry = entries.get(key);
        if (entry == null) {
            fault(mapping, "キー「" + key + "」がありません", "key \"" + key + "\" is missing");
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    /// A value that `parser` understands; it throws [IllegalArgumentException] or a subclass,
    /// [ArithmeticException] or [DateTimeException] when it does not.
    <T> T parsed(String key, T standIn, Function<String, T> parser, Text form) {
        Optional<String> word = scalar(key);
        if (word.isEmpty()) {
            return standIn;
        }
        try {
            return parser.apply(word.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            fault(
                    at(key),
                    "「" + key + "」の値「" + word.get() + "」は" + form.ja() + "ではありません",
                    "\"" + key + "\" is \"" + word.get() + "\", not " + form.en());
            return standIn;
        }
    }

    int number(String key, int least, int most) {
        return parsed(
                key,
                least,
                word -> {
                    int number = Integer.parseInt(word);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException(word);
                    }
                    return number;
                },
                new Text(
                        least + "から" + most + "までの整数",
                        "a whole number from " + least + " to " + most));
    }

    <E extends Enum<E> & Code> E oneOf(String key, E[] all) {
        return scalar(key).flatMap(word -> oneOf(at(key), key, word, all)).orElse(all[0]);
    }

    <E extends Enum<E> & Code> Optional<E> oneOf(YamlNode at, String key, String word, E[] all) {
        for (E one : all) {
            if (one.code().equals(word)) {
                return Optional.of(one);
            }
        }
        String codes = Arrays.stream(all).map(Code::code).collect(Collectors.joining(" | "));
        fault(
                at,
                "「" + key + "」の値「" + word + "」は使えません。使える値: " + codes,
                "\"" + key + "\" is \"" + word + "\", not one of " + codes);
        return Optional.empty();
    }

    Text text(String key) {
        return map(key, inner(key)).map(Fields::bothAndClose).orElse(new Text(STAND_IN, STAND_IN));
    }

    @Nullable Text textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    private Text bothAndClose() {
        Text text = both();
        close();
        return text;
    }

    /// The keys `ja` and `en` of this very mapping.
    Text both() {
        return new Text(word("ja"), word("en"));
    }

    Optional<Fields> map(String key, Text inner) {
        return value(key).flatMap(node -> map(node, inner));
    }

    /// The context of a mapping inside this one.
    Text inner(String key) {
        return new Text(context.ja() + "、" + key, context.en() + ", " + key);
    }

    private Optional<Fields> map(YamlNode node, Text inner) {
        if (node instanceof YamlNode.Mapping found) {
            return Optional.of(new Fields(found, inner, faults));
        }
        faults.add(node, inner.ja() + ": キーと値の組が必要です", inner.en() + ": a mapping is expected");
        return Optional.empty();
    }

    /// The mappings in a list, each with its own id as context: `criterion 4-1-3-2`.
    List<Fields> maps(String key, String ja, String en) {
        List<Fields> maps = new ArrayList<>();
        for (YamlNode item : items(key)) {
            String id = idOf(item);
            map(item, new Text(ja + " " + id, en + " " + id)).ifPresent(maps::add);
        }
        return maps;
    }

    /// The mappings in a list inside this one (`criterion 4-1-3-2, part a`); absent means none.
    List<Fields> innerMaps(String key, String ja, String en) {
        return has(key) ? maps(key, context.ja() + "、" + ja, context.en() + ", " + en) : List.of();
    }

    private static String idOf(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (entry.key().value().equals("id")
                        && entry.value() instanceof YamlNode.Scalar id) {
                    return id.value();
                }
            }
        }
        return STAND_IN;
    }

    /// The words in a list with the node of each; an absent key is an empty list.
    Map<YamlNode, String> words(String key) {
        Map<YamlNode, String> words = new LinkedHashMap<>();
        if (has(key)) {
            items(key).forEach(item -> scalar(item, key).ifPresent(w -> words.put(item, w)));
        }
        return words;
    }

    /// One word, or a list of them.
    Map<YamlNode, String> wordOrWords(String key) {
        return entries.containsKey(key) && at(key) instanceof YamlNode.Scalar one
                ? Map.of(one, word(key))
                : words(key);
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        value.ifPresent(node ->
                fault(node, "「" + key + "」は一覧でなければなりません", "\"" + key + "\" must be a list"));
        return List.of();
    }

    /// Reports the keys nobody asked for. To be called after everything was read.
    void close() {
        for (YamlNode.Entry entry : entries.values()) {
            String key = entry.key().value();
            if (!known.contains(key)) {
                Optional<String> meant = NearMiss.of(key, known);
                fault(
                        entry.key(),
                        "知らないキー「" + key + "」です" + meant.map(m -> "。「" + m + "」のことですか").orElse(""),
                        "unknown key \""
                                + key
                                + "\""
                                + meant.map(m -> ", did you mean \"" + m + "\"?").orElse(""));
            }
        }
    }
}
