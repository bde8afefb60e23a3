package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.probe.Malformed;
import org.snakeyaml.engine.v2.nodes.Node;

/// Our own form of a snapshot, `vulnerabilities.yaml`.
final class FlawYaml {

    private static final Set<String> KEYS = Set.of("cve", "product", "from", "before", "exploited");

    private FlawYaml() {}

    /// @return the snapshot's date
    static String read(byte[] bytes, List<Flaw> into) throws Malformed {
        Node root = YamlReader.read(bytes);
        Map<String, Node> top = YamlReader.map(root, Set.of("snapshot", "flaws"));
        for (Node node : YamlReader.list(YamlReader.need(root, top, "flaws"))) {
            Map<String, Node> map = YamlReader.map(node, KEYS);
            into.add(
                    new Flaw(
                            word(node, map, "cve"),
                            word(node, map, "product"),
                            word(node, map, "from"),
                            true,
                            word(node, map, "before"),
                            false,
                            word(node, map, "exploited").equals("true"),
                            0,
                            false));
        }
        return YamlReader.text(YamlReader.need(root, top, "snapshot"));
    }

    private static String word(Node node, Map<String, Node> map, String key) throws Malformed {
        return YamlReader.text(YamlReader.need(node, map, key));
    }
}
