package org.hoshimori.formats.oscal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.tree.JsonText;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// What the documents of one assessment have together: the edition and level, who, when, in which
/// language and version of OSCAL. Every id follows from these, so the same question gives the same
/// document.
///
/// @param system what was assessed, in words
/// @param oscal such as `1.2.1`
/// @param imported whether the edition's ids are a catalog's own, to be kept as they are
/// @param now when it is written; the assessment's day
public record Exporting(
        Edition edition,
        String level,
        Answers answers,
        String system,
        String oscal,
        boolean imported,
        Locale locale,
        OffsetDateTime now) {
    /// The versions that documents can be written for.
    public static final List<String> VERSIONS = List.of("1.1.3", "1.2.1");

    /// Rules by which the documents are made; raised when the same question gives other ids.
    private static final String FORM = "1";

    Ids ids() {
        return new Ids(edition, imported);
    }

    String say(Text text) {
        return text.in(locale);
    }

    String say(String ja, String en) {
        return say(new Text(ja, en));
    }

    String uuid(String what, String... of) {
        String named = edition.rule() + "\n" + level + "\n" + FORM + "\n" + what;
        return Names.uuid(named, String.join("\n", of), system);
    }

    /// A document's own id: changes with everything it says.
    String documentUuid(OscalKind kind) {
        return uuid(kind.root(), moment(), oscal, answers.byCriterion().toString());
    }

    String moment() {
        return now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    String name() {
        return edition.scheme() + "-" + edition.id();
    }

    /// The name by which documents refer to each other.
    String file(OscalKind kind) {
        return switch (kind) {
            case CATALOG -> "./" + name() + "_catalog.json";
            case PROFILE -> "./" + name() + "_level-" + level + "_profile.json";
            case SSP -> "./ssp.json";
            case ASSESSMENT_PLAN -> "./assessment-plan.json";
            case ASSESSMENT_RESULTS -> "./assessment-results.json";
            case POAM -> "./poam.json";
            case MAPPING_COLLECTION -> "./mapping-collection.json";
            case COMPONENT_DEFINITION -> "./component-definition.json";
        };
    }

    String levelTitle() {
        return say(edition.level(level).orElseThrow().title());
    }

    Tree.Fields metadata(OscalKind kind) {
        return Tree.of(
                "title",
                say(edition.header().shortTitle())
                        + " "
                        + levelTitle()
                        + " "
                        + say(kind.title())
                        + (isAboutSystem(kind) ? ": " + line(system) : ""),
                "last-modified",
                moment(),
                "version",
                edition.id(),
                "oscal-version",
                oscal,
                "props",
                List.of(
                        own("rule", edition.rule()),
                        own("level", level),
                        own("language", locale.getLanguage())));
    }

    private static boolean isAboutSystem(OscalKind kind) {
        return switch (kind) {
            case CATALOG, PROFILE, MAPPING_COLLECTION -> false;
            case SSP, ASSESSMENT_PLAN, ASSESSMENT_RESULTS, POAM, COMPONENT_DEFINITION -> true;
        };
    }

    static Tree.Fields own(String name, String value) {
        return Tree.of("name", name, "ns", OscalAnswers.NAMESPACE, "value", value);
    }

    /// Words in one line of Markdown.
    static String line(String words) {
        return MarkupReader.lineStart(MarkupReader.escaped(OscalAnswers.squeezed(words)));
    }

    List<AnswerRow> rows() {
        return AnswerRow.of(edition, level, answers);
    }

    /// The criterion a row answers, or of which it answers a part.
    Optional<Criterion> criterion(AnswerRow row) {
        return edition.criterion(row.id())
                .or(() -> edition.criterion(row.id().replaceFirst("\\[.*$", "")));
    }

    /// What carries an answer through any program: our id and word, and the exact detail where
    /// Markdown or XML would change its spaces.
    static List<Tree> answerProps(AnswerRow row) {
        List<Tree> props = new ArrayList<>();
        props.add(own("criterion", row.id()));
        props.add(own("answer", row.answer().isEmpty() ? "unanswered" : row.answer()));
        if (!row.detail().equals(OscalAnswers.squeezed(row.detail()))) {
            props.add(own("detail", JsonText.quoted(row.detail())));
        }
        return props;
    }
}
