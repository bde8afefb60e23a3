package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.probe.Malformed;
import org.snakeyaml.engine.v2.nodes.Node;

/// Which criteria of which scheme a finding contradicts (`scheme/id`): a hint for whoever reviews
/// the answers, never an answer.
public record Criteria(Map<String, List<String>> byRule) {

    static Criteria read(byte[] bytes) throws Malformed {
        Map<String, List<String>> byRule = new TreeMap<>();
        for (Map.Entry<String, Node> entry : YamlReader.map(YamlReader.read(bytes)).entrySet()) {
            byRule.put(entry.getKey(), YamlReader.texts(entry.getValue()));
        }
        return new Criteria(byRule);
    }

    /// Its criteria as `scheme/id`; none for most rules.
    public List<String> of(String rule) {
        return byRule.getOrDefault(rule, List.of());
    }
}
