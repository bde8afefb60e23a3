package org.hoshimori.probe.rating;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.probe.Malformed;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML as nodes that know their place.
final class YamlReader {

    private YamlReader() {}

    static Node read(byte[] bytes) throws Malformed {
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(4 << 20)
                        .setMaxAliasesForCollections(0)
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            return new Compose(settings)
                    .composeString(new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new Malformed("an empty file"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            throw new Malformed(
                    line, column, Objects.requireNonNullElse(e.getProblem(), "not YAML"));
        } catch (YamlEngineException e) {
            throw new Malformed("not YAML");
        }
    }

    static Malformed fault(Node node, String problem) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        return new Malformed(line, column, problem);
    }

    static Map<String, Node> map(Node node) throws Malformed {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "a mapping is expected here");
        }
        Map<String, Node> map = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            if (map.put(text(tuple.getKeyNode()), tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), "this key appears twice");
            }
        }
        return map;
    }

    /// A mapping with only these keys.
    static Map<String, Node> map(Node node, Set<String> keys) throws Malformed {
        Map<String, Node> map = map(node);
        for (Map.Entry<String, Node> entry : map.entrySet()) {
            if (!keys.contains(entry.getKey())) {
                throw fault(entry.getValue(), "unknown key \"" + entry.getKey() + "\"");
            }
        }
        return map;
    }

    static List<Node> list(Node node) throws Malformed {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault(node, "a list is expected here");
        }
        return sequence.getValue();
    }

    static List<String> texts(Node node) throws Malformed {
        if (node instanceof ScalarNode) {
            return List.of(text(node));
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list(node)) {
            texts.add(text(item));
        }
        return texts;
    }

    static String text(Node node) throws Malformed {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault(node, "a single value is expected here");
        }
        return scalar.getValue();
    }

    static int whole(Node node) throws Malformed {
        String text = text(node);
        if (!text.matches("\\d{1,9}")) {
            throw fault(node, "a whole number is expected here");
        }
        return Integer.parseInt(text);
    }

    static Node need(Node parent, Map<String, Node> map, String key) throws Malformed {
        Node node = map.get(key);
        if (node == null) {
            throw fault(parent, "the key \"" + key + "\" is missing");
        }
        return node;
    }
}
