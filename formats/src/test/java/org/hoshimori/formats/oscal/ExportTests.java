package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we write, against NIST's JSON schemas and against what we read back.
class ExportTests {
    private static final Map<OscalKind, String> SCHEMAS =
            Map.of(
                    OscalKind.CATALOG, "catalog",
                    OscalKind.PROFILE, "profile",
                    OscalKind.SSP, "ssp",
                    OscalKind.COMPONENT_DEFINITION, "component",
                    OscalKind.ASSESSMENT_PLAN, "assessment-plan",
                    OscalKind.ASSESSMENT_RESULTS, "assessment-results",
                    OscalKind.POAM, "poam");

    private static final Answers ANSWERS =
            Answers.of(
                    Map.of(
                            "4-1-3-2", new Answer(AnswerValue.MET, "MFAを使っている。"),
                            "4-1-3-3", new Answer(AnswerValue.NOT_MET),
                            "1-2-1-1", new Answer(AnswerValue.NOT_APPLICABLE, "該当する業務が\n\n  ない"),
                            "4-1-3-4",
                                    new Answer(
                                            AnswerValue.PARTIAL, "# 1. *一部* <b>だけ</b> &amp; |x|"),
                            "7-1-1-1",
                                    new Answer(AnswerValue.UNKNOWN, "{{ insert: param, x }} ~y~")));

    private static OscalDocument export(OscalKind kind, Exporting exporting) {
        return switch (kind) {
            case CATALOG -> CatalogExport.catalog(exporting);
            case PROFILE -> CatalogExport.profile(exporting);
            case SSP -> PlanExport.plan(exporting);
            case COMPONENT_DEFINITION -> PlanExport.component(exporting);
            case ASSESSMENT_PLAN -> ResultsExport.plan(exporting);
            case ASSESSMENT_RESULTS -> ResultsExport.results(exporting);
            case POAM -> ResultsExport.actions(exporting).orElseThrow();
            case MAPPING_COLLECTION -> throw new IllegalArgumentException();
        };
    }

    /// By the newest schema, 1.2.1.
    static List<String> faults(String schema, byte[] json) {
        return faults(Official.shared("oscal-schemas/oscal_" + schema + "_schema.json"), json);
    }

    private static List<String> faults(byte[] schema, byte[] json) {
        Schema official =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(new String(schema, StandardCharsets.UTF_8), InputFormat.JSON);
        return official
                .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = OscalKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "MAPPING_COLLECTION")
    void every_document_is_valid_by_the_official_schema(OscalKind kind) {
        for (String version : Exporting.VERSIONS) {
            for (Answers answers : List.of(ANSWERS, Answers.of(Map.of()))) {
                byte[] json =
                        OscalFiles.write(
                                export(kind, Scs.exporting(answers, "4", version)), Syntax.JSON);

                assertThat(faults(SCHEMAS.get(kind), json)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OscalKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "MAPPING_COLLECTION")
    void every_document_of_version_1_1_is_valid_by_the_schema_of_1_1(OscalKind kind) {
        byte[] schema = Official.oracle("oscal-1.1.3/oscal_" + SCHEMAS.get(kind) + "_schema.json");
        assertThat(new String(schema, StandardCharsets.UTF_8)).contains("/oscal/1.1.3/");
        for (Answers answers : List.of(ANSWERS, Answers.of(Map.of()))) {
            byte[] json =
                    OscalFiles.write(
                            export(kind, Scs.exporting(answers, "4", "1.1.3")), Syntax.JSON);

            assertThat(faults(schema, json)).isEmpty();
        }
    }

    @Test
    void every_level_of_every_scheme_can_be_written_and_its_answers_come_back() {
        for (Edition edition : Scs.ALL) {
            Map<OscalKind, byte[]> last = new EnumMap<>(OscalKind.class);
            for (Level level : edition.levels()) {
                Exporting exporting =
                        new Exporting(
                                edition,
                                level.id(),
                                Answers.of(Map.of()),
                                "Foo & Co",
                                "1.2.1",
                                false,
                                Locale.ENGLISH,
                                Scs.NOW);
                for (OscalKind kind : SCHEMAS.keySet()) {
                    last.put(kind, OscalFiles.write(export(kind, exporting), Syntax.JSON));
                }
            }
            last.forEach((kind, json) ->
                    assertThat(faults(SCHEMAS.get(kind), json))
                            .as(edition.rule() + " " + kind)
                            .isEmpty());
        }
    }

    @Test
    void a_schemes_own_words_and_parts_come_back() {
        Edition cmmc =
                Scs.ALL.stream().filter(e -> e.scheme().equals("cmmc")).findFirst().orElseThrow();
        List<AnswerRow> rows =
                List.of(
                        new AnswerRow("AC.L2-3.1.1[a]", "met", "list of users"),
                        new AnswerRow("AC.L2-3.1.1[b]", "not-met", ""),
                        new AnswerRow("AC.L2-3.1.2", "temporary-deficiency", "until June"),
                        new AnswerRow("AC.L2-3.1.3", "enduring-exception", "a lathe"));
        Answers answers =
                ((AnswerFile.Read) AnswerFiles.read("x", AnswerRow.csv(rows), cmmc)).answers();
        Exporting exporting =
                new Exporting(cmmc, "2", answers, "Foo", "1.2.1", false, Locale.ENGLISH, Scs.NOW);
        for (OscalDocument document :
                List.of(PlanExport.plan(exporting), ResultsExport.results(exporting))) {
            for (Syntax syntax : Syntax.values()) {
                OscalAnswers.Found found =
                        OscalAnswers.read(
                                "x", Official.read(OscalFiles.write(document, syntax)), cmmc);

                assertThat(found.rows()).containsExactlyInAnyOrderElementsOf(rows);
            }
        }
    }

    @Test
    void the_validator_that_says_so_refuses_what_is_wrong() {
        OscalDocument catalog = CatalogExport.catalog(Scs.exporting(ANSWERS, "3", "1.2.1"));

        assertThat(
                        faults(
                                "catalog",
                                OscalFiles.write(
                                        catalog.with(
                                                catalog.content().with("uuid", Tree.text("no"))),
                                        Syntax.JSON)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OscalKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "MAPPING_COLLECTION")
    void every_document_says_the_same_in_json_yaml_and_xml(OscalKind kind) {
        OscalDocument document = export(kind, Scs.exporting(ANSWERS, "3", "1.2.1"));
        for (Syntax syntax : Syntax.values()) {
            List<String> left = new ArrayList<>();
            OscalDocument back = Official.read(OscalFiles.write(document, syntax, left));

            assertThat(left).isEmpty();
            assertThat(back.notices()).isEmpty();
            assertThat(Normal.differences(Normal.of(document), Normal.of(back))).isEmpty();
        }
    }

    @Test
    void the_same_question_gives_the_same_bytes() {
        assertThat(
                        OscalFiles.write(
                                PlanExport.plan(Scs.exporting(ANSWERS, "3", "1.2.1")), Syntax.XML))
                .isEqualTo(
                        OscalFiles.write(
                                PlanExport.plan(Scs.exporting(ANSWERS, "3", "1.2.1")), Syntax.XML));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4"})
    void our_profile_of_a_level_resolves_to_its_criteria(String level) {
        Exporting exporting = Scs.exporting(ANSWERS, level, "1.2.1");

        Resolution resolution =
                Resolver.resolve(
                        "profile.json",
                        CatalogExport.profile(exporting),
                        Map.of("scs-2026-03-27_catalog.json", CatalogExport.catalog(exporting)),
                        Scs.NOW);

        List<String> labels = new ArrayList<>();
        Selection.each(
                ((Resolution.Resolved) resolution).catalog().content(),
                control -> labels.add(Prose.prop(control, "label")));
        assertThat(((Resolution.Resolved) resolution).notices()).isEmpty();
        assertThat(labels)
                .isEqualTo(Scs.EDITION.criteriaOf(level).stream().map(Criterion::id).toList());
    }

    @Test
    void a_plan_of_action_holds_exactly_what_is_missing_and_is_not_made_when_nothing_is() {
        OscalDocument actions =
                ResultsExport.actions(Scs.exporting(ANSWERS, "3", "1.2.1")).orElseThrow();
        assertThat(actions.content().each("poam-items"))
                .hasSameSizeAs(Scs.EDITION.evaluate("3", ANSWERS).missing());

        Answers all = Answers.of(Map.of());
        for (Criterion criterion : Scs.EDITION.criteria()) {
            all = all.with(criterion.id(), new Answer(AnswerValue.MET));
        }
        assertThat(ResultsExport.actions(Scs.exporting(all, "4", "1.2.1"))).isEmpty();
    }

    @Property(tries = 60)
    void answers_come_back_to_the_letter_through_a_plan_and_through_results_in_every_syntax(
            @ForAll("answers") Answers answers, @ForAll Syntax syntax) {
        Exporting exporting = Scs.exporting(answers, "4", "1.2.1");
        for (OscalDocument document :
                List.of(PlanExport.plan(exporting), ResultsExport.results(exporting))) {
            OscalDocument back = Official.read(OscalFiles.write(document, syntax));
            OscalAnswers.Found found = OscalAnswers.read("file", back, Scs.EDITION);

            assertThat(found.notices()).isEmpty();
            assertThat(Scs.answers(found.rows())).isEqualTo(answers);
        }
    }

    @Property(tries = 20)
    void whatever_is_answered_the_documents_stay_valid(@ForAll("answers") Answers answers) {
        Exporting exporting = Scs.exporting(answers, "4", "1.2.1");

        assertThat(faults("ssp", OscalFiles.write(PlanExport.plan(exporting), Syntax.JSON)))
                .isEmpty();
        assertThat(
                        faults(
                                "assessment-results",
                                OscalFiles.write(ResultsExport.results(exporting), Syntax.JSON)))
                .isEmpty();
    }

    @Provide
    Arbitrary<Answers> answers() {
        Arbitrary<String> details =
                Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("a 1.-+#*_`[]<>&~^|\\\"'{}=\n\r\t:!あ　(）\u0001\u00A0")
                                .ofMaxLength(30),
                        Arbitraries.of(
                                "{{ insert: param, a_b }}",
                                "&amp;",
                                "    code",
                                "- a\n- b",
                                "| a |\n| --- |",
                                "1. x",
                                "```\nx\n```",
                                "http://x.y/?a=b&c",
                                "@x",
                                "=1+1",
                                "'=x",
                                "[a](b)",
                                "😀 \n\n\n 😀",
                                "<![CDATA[x]]>",
                                "a\\",
                                "![x](y)"),
                        Arbitraries.strings().ofMaxLength(20).filter(ExportTests::text));
        List<String> ids = Scs.EDITION.criteria().stream().map(Criterion::id).toList();
        return Arbitraries.maps(
                        Arbitraries.of(ids),
                        Combinators.combine(Arbitraries.of(AnswerValue.values()), details)
                                .as((value, detail) -> new Answer(value, detail)))
                .ofMaxSize(20)
                .map(Answers::of);
    }

    /// What an answer file can carry: no NUL, no half of a pair.
    private static boolean text(String text) {
        return text.indexOf('\0') < 0
                && text.equals(
                        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
