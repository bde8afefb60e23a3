package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.EditionStatus;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Catalogs and profiles as editions that can be answered and evaluated.
class CatalogDraftTests {
    static Edition edition(SchemeDraft draft) {
        return switch (Schemes.read(List.of(new SchemeFile("draft", draft.yaml())))) {
            case Schemes.Reading.Read read -> read.schemes().editions().getFirst();
            case Schemes.Reading.Refused refused ->
                    throw new AssertionError(
                            refused.faults().stream()
                                    .map(f -> f.in(Locale.ENGLISH))
                                    .toList()
                                    .toString());
        };
    }

    private static Edition edition(OscalDocument catalog) {
        return edition(CatalogDraft.draft(catalog, "0".repeat(64)).draft());
    }

    @Test
    void controls_become_criteria_with_their_words_and_parameters() {
        CatalogDraft.Drafted drafted = CatalogDraft.draft(Small.CATALOG, "0".repeat(64));
        Edition edition = edition(drafted.draft());

        assertThat(drafted.skipped()).containsExactly("a-2");
        assertThat(edition.scheme()).isEqualTo("small-catalog");
        assertThat(edition.id()).isEqualTo("1.0");
        assertThat(edition.header().status()).isEqualTo(EditionStatus.IMPORTED);
        assertThat(edition.criteria())
                .extracting(Criterion::id)
                .containsExactly("a-1", "a-1.1", "a-3");
        assertThat(edition.criterion("a-1").orElseThrow().text().en())
                .startsWith("Change keys every month, after [days] days at most:")
                .contains("a. on loss; H~2~O");
        assertThat(edition.criterion("a-1.1").orElseThrow().text().en()).isEqualTo("Inside & out.");
        assertThat(edition.criterion("a-3").orElseThrow().text().en())
                .isEqualTo("1. Only *a* title".replace("*", ""));
    }

    @Test
    void an_imported_edition_is_a_gate_like_any_other() {
        Edition edition = edition(Small.CATALOG);
        String level = edition.levels().getFirst().id();
        Answers answers = Answers.of(Map.of());
        for (Criterion criterion : edition.criteria()) {
            assertThat(edition.evaluate(level, answers).met()).isFalse();
            answers = answers.with(criterion.id(), new Answer(AnswerValue.MET));
        }
        assertThat(edition.evaluate(level, answers).met()).isTrue();
    }

    @Test
    void a_profile_takes_only_what_it_selects_and_sets() {
        OscalDocument profile = Official.read(Small.PROFILE.getBytes(StandardCharsets.UTF_8));
        Resolution resolution =
                Resolver.resolve("p", profile, Map.of("small_catalog.xml", Small.CATALOG), Scs.NOW);

        Edition edition = edition(((Resolution.Resolved) resolution).catalog());

        // What holds a control comes with it (profile resolution, "nested controls").
        assertThat(edition.criteria()).extracting(Criterion::id).containsExactly("a-1", "a-1.1");
        assertThat(edition.criteria().getFirst().text().en()).contains("after 20 days");
    }

    @ParameterizedTest
    @CsvSource({
        "asd-ism/ISM_catalog.json, information-security-manual, 1000",
        "bsi/ISO27001-AnnexA-catalog.json, iso-iec-27001-2022-annex-a-catalog, 93",
        "nist/NIST_CSF_v2.0_catalog.json, nist-cybersecurity-framework-2.0, 106",
        "nist/NIST_SP800-171_rev3_catalog.json, protecting-controlled-unclassified-information-in-nonfederal, 97"
    })
    void an_official_catalog_becomes_an_edition_with_all_its_controls(
            String path, String scheme, int atLeast) {
        byte[] bytes = Official.shared(path);
        OscalDocument catalog = Official.read(bytes);
        CatalogDraft.Drafted drafted = CatalogDraft.draft(catalog, SchemeDraft.sha256(bytes));

        Edition edition = edition(drafted.draft());

        assertThat(edition.scheme()).isEqualTo(scheme);
        assertThat(edition.criteria()).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(edition.criteria())
                .allSatisfy(criterion ->
                        assertThat(criterion.text().en()).doesNotContain("{{").isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"1, 46", "2, 87", "3, 123"})
    void a_level_of_the_essential_eight_becomes_an_edition_with_the_publishers_number_of_controls(
            int level, int controls) {
        OscalDocument profile =
                Official.read(
                        Official.shared("asd-ism/ISM_E8_ML" + level + "-baseline_profile.json"));
        OscalDocument ism = Official.read(Official.shared("asd-ism/ISM_catalog.json"));

        Resolution resolution =
                Resolver.resolve("p", profile, Map.of("ISM_catalog.json", ism), Scs.NOW);
        Edition edition = edition(((Resolution.Resolved) resolution).catalog());

        assertThat(((Resolution.Resolved) resolution).notices()).isEmpty();
        assertThat(edition.criteria()).hasSize(controls);
        assertThat(edition.criterion("ism-1807").map(c -> c.text().en()).orElse(""))
                .contains("automated method of asset discovery");
    }
}
