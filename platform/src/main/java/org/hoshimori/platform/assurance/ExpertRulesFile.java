package org.hoshimori.platform.assurance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `experts.yaml` (format 1): all faults at once, each with file, line and column.
final class ExpertRulesFile {

    private static final Set<String> STATUSES =
            Set.of("official", "derived", "proposal", "unknown");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    private ExpertRulesFile(String file) {
        this.file = file;
    }

    /// What was read, or why it cannot be used.
    sealed interface Read {
        record Good(ExpertRules rules) implements Read {}

        record Bad(List<Fault> faults) implements Read {
            /// One line for each fault.
            String lines() {
                return faults.stream()
                        .map(fault -> fault.in(Locale.ENGLISH))
                        .collect(Collectors.joining("\n"));
            }
        }
    }

    static Read read(String file, byte[] bytes) {
        return new ExpertRulesFile(file).read(bytes);
    }

    private Read read(byte[] bytes) {
        Optional<Node> root;
        try {
            root =
                    new Compose(LoadSettings.builder().setLabel(file).build())
                            .composeString(new String(bytes, StandardCharsets.UTF_8));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            return new Read.Bad(
                    List.of(
                            new Fault(
                                    file,
                                    mark.map(m -> m.getLine() + 1).orElse(1),
                                    mark.map(m -> m.getColumn() + 1).orElse(1),
                                    new Text("YAMLとして読めません", "not valid YAML"))));
        }
        if (root.isEmpty()) {
            return new Read.Bad(
                    List.of(new Fault(file, 1, 1, new Text("ファイルが空です", "the file is empty"))));
        }
        ExpertRules rules =
                rules(new YamlFields(file, faults, root.get()), Canonical.sha256(bytes));
        return faults.isEmpty() ? new Read.Good(rules) : new Read.Bad(List.copyOf(faults));
    }

    private ExpertRules rules(YamlFields top, String digest) {
        if (!top.word("format").equals("1")) {
            top.fault("format", "この形式は読めません (1だけ)", "only format 1 is read");
        }
        List<QualificationKind> kinds = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlFields fields : top.maps("qualifications")) {
            QualificationKind kind = kind(fields);
            kinds.add(kind);
            if (!ids.add(kind.id())) {
                fields.fault(
                        "id", "「" + kind.id() + "」が二つあります", "\"" + kind.id() + "\" stands twice");
            }
        }
        List<IndependenceRule> ties = new ArrayList<>();
        Set<Tie> missing = EnumSet.allOf(Tie.class);
        for (YamlFields fields : top.maps("independence")) {
            IndependenceRule rule = rule(fields);
            ties.add(rule);
            if (!missing.remove(rule.tie())) {
                fields.fault(
                        "tie",
                        "「" + rule.tie().code() + "」が二つあります",
                        "\"" + rule.tie().code() + "\" stands twice");
            }
        }
        if (!missing.isEmpty()) {
            String codes = missing.stream().map(Tie::code).collect(Collectors.joining(", "));
            top.fault("independence", "規則がありません: " + codes, "rules are missing: " + codes);
        }
        var rules =
                new ExpertRules(
                        top.word("scheme"),
                        top.word("version"),
                        status(top),
                        top.text("note"),
                        digest,
                        kinds,
                        ties);
        top.close();
        return rules;
    }

    private static QualificationKind kind(YamlFields fields) {
        var kind =
                new QualificationKind(
                        fields.word("id"),
                        status(fields),
                        fields.word("source"),
                        fields.parsed("number", Pattern.compile(".*"), Pattern::compile),
                        fields.text("name"),
                        fields.text("hint"));
        fields.close();
        return kind;
    }

    private static IndependenceRule rule(YamlFields fields) {
        Tie tie = fields.oneOf("tie", Tie.values());
        int months = 0;
        if (tie == Tie.ADVISER || fields.has("months")) {
            months =
                    fields.parsed(
                            "months",
                            0,
                            word -> {
                                int number = Integer.parseInt(word);
                                if (number < 1 || number > 120 || tie != Tie.ADVISER) {
                                    throw new IllegalArgumentException(word);
                                }
                                return number;
                            });
        }
        var rule =
                new IndependenceRule(
                        tie,
                        fields.oneOf("effect", Effect.values()),
                        months,
                        status(fields),
                        fields.word("source"),
                        fields.text("text"),
                        fields.text("clear"),
                        fields.text("found"));
        fields.close();
        return rule;
    }

    private static String status(YamlFields fields) {
        return fields.parsed(
                "status",
                "unknown",
                word -> {
                    if (!STATUSES.contains(word)) {
                        throw new IllegalArgumentException(word);
                    }
                    return word;
                });
    }
}
