package org.hoshimori.platform.assurance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hoshimori.rules.Code;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads one mapping of `experts.yaml` strictly: every key that is missing, double, unknown or of
/// the wrong form becomes a fault at its line; reading goes on with a stand-in.
final class YamlFields {

    private static final String STAND_IN = "?";

    private final String file;
    private final List<Fault> faults;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    YamlFields(String file, List<Fault> faults, Node node) {
        this.file = file;
        this.faults = faults;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "キーと値の組が必要です", "a mapping is expected");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode word ? word.getValue() : STAND_IN;
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                fault(
                        tuple.getKeyNode(),
                        "キー「" + key + "」が二つあります",
                        "key \"" + key + "\" stands twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    String word(String key) {
        Node value = value(key);
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (value != node) {
            fault(value, "「" + key + "」には文字が必要です", "\"" + key + "\" must be words");
        }
        return STAND_IN;
    }

    /// A word that `parser` understands; it throws [IllegalArgumentException] when it does not.
    <T> T parsed(String key, T standIn, Function<String, T> parser) {
        String word = word(key);
        if (word.equals(STAND_IN)) {
            return standIn;
        }
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException e) {
            fault(
                    value(key),
                    "「" + key + "」の値「" + word + "」は使えません",
                    "\"" + key + "\" cannot be \"" + word + "\"");
            return standIn;
        }
    }

    <E extends Enum<E> & Code> E oneOf(String key, E[] all) {
        return parsed(
                key,
                all[0],
                word -> {
                    for (E one : all) {
                        if (one.code().equals(word)) {
                            return one;
                        }
                    }
                    throw new IllegalArgumentException(word);
                });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Text text(String key) {
        var inner = new YamlFields(file, faults, value(key));
        var text = new Text(inner.word("ja"), inner.word("en"));
        inner.close();
        return text;
    }

    List<YamlFields> maps(String key) {
        Node value = value(key);
        List<YamlFields> maps = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> maps.add(new YamlFields(file, faults, item)));
        } else if (value != node) {
            fault(value, "「" + key + "」は一覧でなければなりません", "\"" + key + "\" must be a list");
        }
        return maps;
    }

    void fault(String key, String ja, String en) {
        fault(values.getOrDefault(key, node), ja, en);
    }

    /// Reports the keys nobody asked for; called after everything was read.
    void close() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                fault(at, "知らないキー「" + key + "」です", "unknown key \"" + key + "\"");
            }
        });
    }

    /// The value of a key, or this very mapping (with a fault) when it is missing.
    private Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            if (asked.add(key)) {
                fault(node, "キー「" + key + "」がありません", "key \"" + key + "\" is missing");
            }
            return node;
        }
        asked.add(key);
        return value;
    }

    private void fault(Node at, String ja, String en) {
        int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = at.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        faults.add(new Fault(file, line, column, new Text(ja, en)));
    }
}
