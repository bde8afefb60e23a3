package org.hoshimori.probe.rating;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Text;
import org.snakeyaml.engine.v2.nodes.Node;

/// How to repair: what to do in words, and the setting for each product.
///
/// @param byKey by the rules' key
public record Fixes(Map<String, Fix> byKey) {

    /// @param title short
    /// @param todo in words
    /// @param settings by product, as one would type them
    public record Fix(Text title, Text todo, Map<String, String> settings) {}

    static Fixes read(byte[] bytes) throws Malformed {
        Map<String, Fix> byKey = new TreeMap<>();
        for (Map.Entry<String, Node> entry : YamlReader.map(YamlReader.read(bytes)).entrySet()) {
            Node node = entry.getValue();
            Map<String, Node> map = YamlReader.map(node, Set.of("title", "todo", "settings"));
            Map<String, String> settings = new LinkedHashMap<>();
            if (map.containsKey("settings")) {
                for (Map.Entry<String, Node> one :
                        YamlReader.map(YamlReader.need(node, map, "settings")).entrySet()) {
                    settings.put(one.getKey(), YamlReader.text(one.getValue()).strip());
                }
            }
            byKey.put(
                    entry.getKey(),
                    new Fix(
                            RulebookReader.words(YamlReader.need(node, map, "title")),
                            RulebookReader.words(YamlReader.need(node, map, "todo")),
                            settings));
        }
        return new Fixes(byKey);
    }
}
