package org.hoshimori.formats.oscal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.tree.JsonTree;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;

/// Reads answers out of a plan, results or a plan of action. What another program says of a control
/// is taken as far as it says it; silence is no answer.
public final class OscalAnswers {
    /// Namespace of what only we write.
    static final String NAMESPACE = "https://hoshimori.org/ns/oscal";

    /// @param notices what was found but not taken, with its place
    public record Found(List<AnswerRow> rows, List<Fault> notices) {
        public Found {
            rows = List.copyOf(rows);
            notices = List.copyOf(notices);
        }
    }

    private final String file;
    private final Ids ids;
    private final Map<String, AnswerRow> rows = new LinkedHashMap<>();
    private final List<Fault> notices = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();

    private OscalAnswers(String file, Edition edition) {
        this.file = file;
        this.ids = new Ids(edition);
    }

    /// Whether such a document can hold answers.
    public static boolean in(OscalKind kind) {
        return switch (kind) {
            case SSP, ASSESSMENT_RESULTS, POAM -> true;
            case CATALOG, PROFILE, MAPPING_COLLECTION, COMPONENT_DEFINITION, ASSESSMENT_PLAN ->
                    false;
        };
    }

    /// @param file shown in notices only
    public static Found read(String file, OscalDocument document, Edition edition) {
        OscalAnswers answers = new OscalAnswers(file, edition);
        switch (document.kind()) {
            case SSP -> answers.plan(document.content());
            case ASSESSMENT_RESULTS -> answers.results(document.content());
            case POAM -> answers.actions(document.content());
            case CATALOG, PROFILE, MAPPING_COLLECTION, COMPONENT_DEFINITION, ASSESSMENT_PLAN -> {}
        }
        if (!answers.unknown.isEmpty()) {
            answers.notice(
                    document.content(),
                    edition.rule().replaceFirst("@.*", "")
                            + "にない番号は取り込みません: "
                            + String.join(", ", answers.unknown),
                    "not taken, not in "
                            + edition.rule().replaceFirst("@.*", "")
                            + ": "
                            + String.join(", ", answers.unknown));
        }
        return new Found(List.copyOf(answers.rows.values()), answers.notices);
    }

    private void notice(Tree at, String ja, String en) {
        notices.add(new Fault(file, at.place().line(), at.place().column(), new Text(ja, en)));
    }

    private void plan(Tree.Fields plan) {
        for (Tree.Fields requirement :
                plan.object("control-implementation")
                        .map(c -> c.each("implemented-requirements"))
                        .orElse(List.of())) {
            List<Tree.Fields> components = new ArrayList<>(requirement.each("by-components"));
            requirement
                    .each("statements")
                    .forEach(statement -> components.addAll(statement.each("by-components")));
            Optional<String> own = prop(requirement, "answer");
            String detail =
                    components.stream()
                            .map(c -> Markdown.plain(c.text("description")))
                            .filter(words -> !words.isBlank())
                            .findFirst()
                            .orElse("");
            take(
                    requirement,
                    requirement.text("control-id"),
                    own.isPresent() ? own : implementation(components, requirement),
                    detail(requirement, own.isPresent(), detail));
        }
    }

    /// The weakest of what the components say.
    private Optional<String> implementation(List<Tree.Fields> components, Tree.Fields requirement) {
        Set<String> states = new TreeSet<>();
        for (Tree.Fields component : components) {
            component
                    .object("implementation-status")
                    .map(status -> status.text("state"))
                    .ifPresent(states::add);
        }
        prop(requirement, "implementation-status").ifPresent(states::add);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        if (states.stream().allMatch("not-applicable"::equals)) {
            return Optional.of("not-applicable");
        }
        states.remove("not-applicable");
        if (Set.of("implemented", "alternative").containsAll(states)) {
            return Optional.of("met");
        }
        if (Set.of("planned", "not-implemented").containsAll(states)) {
            return Optional.of("not-met");
        }
        if (Set.of("implemented", "alternative", "partial", "planned", "not-implemented")
                .containsAll(states)) {
            return Optional.of("partial");
        }
        notice(
                requirement,
                requirement.text("control-id") + ": 状態「" + String.join(", ", states) + "」は解釈できません",
                requirement.text("control-id")
                        + ": the state \""
                        + String.join(", ", states)
                        + "\" was not understood");
        return Optional.empty();
    }

    private void results(Tree.Fields results) {
        // The later result stands.
        List<Tree.Fields> all = new ArrayList<>(results.each("results"));
        all.sort(Comparator.comparing(result -> result.text("start")));
        for (Tree.Fields result : all) {
            for (Tree.Fields finding : result.each("findings")) {
                finding(finding);
            }
        }
    }

    private void finding(Tree.Fields finding) {
        Tree.Fields target = finding.object("target").orElse(Tree.of());
        Optional<String> own = prop(finding, "answer");
        String state = target.object("status").map(status -> status.text("state")).orElse("");
        Optional<String> value =
                switch (state) {
                    case "satisfied" -> Optional.of("met");
                    case "not-satisfied" -> Optional.of("not-met");
                    default -> Optional.empty();
                };
        take(
                finding,
                target.text("target-id"),
                own.isPresent() ? own : value,
                detail(finding, own.isPresent(), Markdown.plain(finding.text("description"))));
    }

    private void actions(Tree.Fields actions) {
        Map<String, Tree.Fields> findings = new LinkedHashMap<>();
        actions.each("findings").forEach(finding -> findings.put(finding.text("uuid"), finding));
        findings.values().forEach(this::finding);
        for (Tree.Fields item : actions.each("poam-items")) {
            Optional<String> criterion = prop(item, "criterion");
            Optional<String> own = prop(item, "answer");
            if (criterion.isPresent()) {
                take(
                        item,
                        criterion.get(),
                        own.isPresent() ? own : Optional.of("not-met"),
                        detail(item, own.isPresent(), Markdown.plain(item.text("description"))));
            } else if (item.each("related-findings").stream()
                    .noneMatch(related -> findings.containsKey(related.text("finding-uuid")))) {
                notice(
                        item,
                        "「" + item.text("title") + "」はどの管理策のことか書かれておらず、取り込みません",
                        "\"" + item.text("title") + "\" names no control and was not taken");
            }
        }
    }

    private void take(Tree.Fields at, String target, Optional<String> answer, String detail) {
        String named = prop(at, "criterion").orElse(target);
        Optional<String> id = ids.criterion(named);
        if (id.isEmpty()) {
            unknown.add(named);
        } else if (answer.isEmpty()) {
            notice(
                    at,
                    id.get() + ": 満たすかどうかが書かれておらず、取り込みません",
                    id.get() + ": says nothing of whether it is met and was not taken");
        } else if (!answer.get().equals("unanswered")) {
            AnswerRow there = rows.get(id.get());
            AnswerRow row = new AnswerRow(id.get(), answer.get(), detail);
            // Several statements of one control: one that fails decides.
            rows.put(
                    id.get(),
                    there != null && !there.answer().equals("met") && row.answer().equals("met")
                            ? there
                            : row);
        }
    }

    static Optional<String> prop(Tree.Fields object, String name) {
        return object.each("props").stream()
                .filter(prop ->
                        prop.text("name").equals(name)
                                && (prop.text("ns").equals(NAMESPACE)
                                        || name.equals("implementation-status")))
                .map(prop -> prop.text("value"))
                .findFirst();
    }

    /// In what we wrote the detail stands in the remarks: our exact words, unless somebody has
    /// changed the remarks since. In what others wrote it is the description.
    private static String detail(Tree.Fields at, boolean ours, String description) {
        String described = ours ? Markdown.plain(at.text("remarks")) : description;
        Optional<String> exact = prop(at, "detail").flatMap(OscalAnswers::unquoted);
        return exact.filter(words -> spaceless(words).equals(spaceless(described)))
                .orElse(described);
    }

    private static Optional<String> unquoted(String json) {
        try {
            return JsonTree.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Tree.Leaf leaf
                    ? Optional.of(leaf.text())
                    : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /// Words without what readers of markup may take for space.
    private static String spaceless(String words) {
        return MarkupWriter.legal(words).replaceAll("[\\s\\p{Z}\\p{Cc}]+", "");
    }

    /// Words as they survive everywhere: one space between, nothing that XML forbids.
    static String squeezed(String words) {
        return MarkupWriter.legal(words).replaceAll("\\s+", " ").strip();
    }
}
