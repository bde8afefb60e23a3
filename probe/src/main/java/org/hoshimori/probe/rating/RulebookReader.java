package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.probe.Fact;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Seal;
import org.hoshimori.probe.Text;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a file of rules and refuses it whole, with the place, when anything in it cannot be right.
final class RulebookReader {

    private static final Set<String> TOP =
            Set.of("id", "version", "basis", "categories", "severities", "grades", "caps", "rules");
    private static final Set<String> RULE =
            Set.of(
                    "id",
                    "category",
                    "check",
                    "severity",
                    "title",
                    "reason",
                    "fails",
                    "applies",
                    "unsure",
                    "fix");

    private RulebookReader() {}

    static Rulebook read(byte[] bytes) throws Malformed {
        Node root = YamlReader.read(bytes);
        Map<String, Node> top = YamlReader.map(root, TOP);
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : YamlReader.list(YamlReader.need(root, top, "rules"))) {
            Rule rule = rule(node);
            if (!ids.add(rule.id())) {
                throw YamlReader.fault(node, "the rule " + rule.id() + " appears twice");
            }
            rules.add(rule);
        }
        return new Rulebook(
                YamlReader.text(YamlReader.need(root, top, "id")),
                YamlReader.whole(YamlReader.need(root, top, "version")),
                Seal.digest(bytes),
                categories(YamlReader.need(root, top, "categories")),
                severities(YamlReader.need(root, top, "severities")),
                grades(YamlReader.need(root, top, "grades")),
                caps(YamlReader.need(root, top, "caps"), ids),
                rules);
    }

    private static SortedMap<Category, Integer> categories(Node node) throws Malformed {
        SortedMap<Category, Integer> categories = new TreeMap<>();
        int sum = 0;
        for (Map.Entry<String, Node> entry : YamlReader.map(node).entrySet()) {
            Category category =
                    Category.named(entry.getKey())
                            .orElseThrow(() ->
                                    YamlReader.fault(
                                            entry.getValue(), "no category " + entry.getKey()));
            int points = YamlReader.whole(entry.getValue());
            categories.put(category, points);
            sum += points;
        }
        if (sum != 100) {
            throw YamlReader.fault(node, "the categories give " + sum + " points, not 100");
        }
        return categories;
    }

    private static SortedMap<Severity, Integer> severities(Node node) throws Malformed {
        SortedMap<Severity, Integer> severities = new TreeMap<>();
        for (Map.Entry<String, Node> entry : YamlReader.map(node).entrySet()) {
            Severity severity =
                    Severity.named(entry.getKey())
                            .orElseThrow(() ->
                                    YamlReader.fault(
                                            entry.getValue(), "no severity " + entry.getKey()));
            int share = YamlReader.whole(entry.getValue());
            if (share > 100) {
                throw YamlReader.fault(entry.getValue(), "a share is at most 100 percent");
            }
            severities.put(severity, share);
        }
        return severities;
    }

    private static Map<String, Integer> grades(Node node) throws Malformed {
        Map<String, Integer> grades = new LinkedHashMap<>();
        int last = 101;
        for (Map.Entry<String, Node> entry : YamlReader.map(node).entrySet()) {
            int lowest = YamlReader.whole(entry.getValue());
            if (lowest >= last) {
                throw YamlReader.fault(entry.getValue(), "grades go downwards");
            }
            grades.put(entry.getKey(), lowest);
            last = lowest;
        }
        if (last != 0) {
            throw YamlReader.fault(node, "the last grade begins at 0");
        }
        return grades;
    }

    private static List<Cap> caps(Node node, Set<String> ids) throws Malformed {
        List<Cap> caps = new ArrayList<>();
        for (Node item : YamlReader.list(node)) {
            Map<String, Node> map = YamlReader.map(item, Set.of("id", "at-most", "rules"));
            Node rules = YamlReader.need(item, map, "rules");
            for (String rule : YamlReader.texts(rules)) {
                if (!ids.contains(rule)) {
                    throw YamlReader.fault(rules, "there is no rule " + rule);
                }
            }
            caps.add(
                    new Cap(
                            YamlReader.text(YamlReader.need(item, map, "id")),
                            YamlReader.whole(YamlReader.need(item, map, "at-most")),
                            YamlReader.texts(rules)));
        }
        return caps;
    }

    private static Rule rule(Node node) throws Malformed {
        Map<String, Node> map = YamlReader.map(node, RULE);
        Node category = YamlReader.need(node, map, "category");
        Node severity = YamlReader.need(node, map, "severity");
        return new Rule(
                YamlReader.text(YamlReader.need(node, map, "id")),
                Category.named(YamlReader.text(category))
                        .orElseThrow(() -> YamlReader.fault(category, "no such category")),
                Severity.named(YamlReader.text(severity))
                        .orElseThrow(() -> YamlReader.fault(severity, "no such severity")),
                YamlReader.text(YamlReader.need(node, map, "check")),
                words(YamlReader.need(node, map, "title")),
                words(YamlReader.need(node, map, "reason")),
                conditions(YamlReader.need(node, map, "fails")),
                map.containsKey("applies")
                        ? conditions(YamlReader.need(node, map, "applies"))
                        : List.of(),
                map.containsKey("unsure")
                        ? conditions(YamlReader.need(node, map, "unsure"))
                        : List.of(),
                YamlReader.text(YamlReader.need(node, map, "fix")));
    }

    static Text words(Node node) throws Malformed {
        Map<String, Node> map = YamlReader.map(node, Set.of("ja", "en"));
        return new Text(
                YamlReader.text(YamlReader.need(node, map, "ja")),
                YamlReader.text(YamlReader.need(node, map, "en")));
    }

    private static List<Condition> conditions(Node node) throws Malformed {
        List<Condition> conditions = new ArrayList<>();
        for (Node item : YamlReader.list(node)) {
            conditions.add(condition(item));
        }
        return conditions;
    }

    private static Condition condition(Node node) throws Malformed {
        Map<String, Node> map = YamlReader.map(node);
        String check =
                map.containsKey("check")
                        ? YamlReader.text(YamlReader.need(node, map, "check"))
                        : "";
        if (map.containsKey("outcome")) {
            if (!YamlReader.text(YamlReader.need(node, map, "outcome")).equals("absent")) {
                throw YamlReader.fault(node, "the only outcome to ask for is absent");
            }
            return new Condition(check, "", new Condition.Test.Absent());
        }
        String fact = YamlReader.text(YamlReader.need(node, map, "fact"));
        for (Map.Entry<String, Node> entry : map.entrySet()) {
            Node value = entry.getValue();
            Condition.Test test;
            switch (entry.getKey()) {
                case "is" -> test = new Condition.Test.Is(fact(value));
                case "is-not" -> test = new Condition.Test.IsNot(fact(value));
                case "below" -> test = new Condition.Test.Below(YamlReader.whole(value));
                case "above" -> test = new Condition.Test.Above(YamlReader.whole(value));
                case "has" -> test = new Condition.Test.Has(YamlReader.texts(value));
                case "lacks" -> test = new Condition.Test.Lacks(YamlReader.texts(value));
                case "lacks-all" -> test = new Condition.Test.LacksAll(YamlReader.texts(value));
                case "empty" ->
                        test = new Condition.Test.Empty(YamlReader.text(value).equals("true"));
                case "fact", "check" -> {
                    continue;
                }
                default -> throw YamlReader.fault(value, "no test \"" + entry.getKey() + "\"");
            }
            return new Condition(check, fact, test);
        }
        throw YamlReader.fault(node, "a condition needs a test, such as is: or below:");
    }

    private static Fact fact(Node node) throws Malformed {
        String text = YamlReader.text(node);
        boolean quoted = node instanceof ScalarNode scalar && !scalar.isPlain();
        if (!quoted && node.getTag().equals(Tag.BOOL)) {
            return new Fact.Flag(text.equals("true"));
        }
        if (!quoted && node.getTag().equals(Tag.INT)) {
            return new Fact.Count(YamlReader.whole(node));
        }
        return new Fact.Word(text);
    }
}
