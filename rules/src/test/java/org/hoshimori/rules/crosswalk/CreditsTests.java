package org.hoshimori.rules.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Carried;
import org.hoshimori.rules.Crosswalks;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.EditionStatus;
import org.hoshimori.rules.Mapping;
import org.hoshimori.rules.Relation;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.SchemeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What answers to one scheme suggest for another.
class CreditsTests {
    private static final Edition SCS = Carried.edition("scs", "2026-03-27");
    private static final Edition CE = Carried.edition("cyber-essentials", "danzell-16.2");
    private static final Edition CMMC = Carried.edition("cmmc", "2024-12-16");
    private static final Edition EIGHT = Carried.edition("essential-eight", "2023-11");
    private static final Crosswalks CROSSWALKS = crosswalks();
    private static final Credits CREDITS = new Credits(CROSSWALKS.list());

    @ParameterizedTest
    @CsvSource({
        "4-5-1-4, met, A4.7, met",
        "4-1-1-3, met, A7.3, met",
        "4-1-3-2, met, A7.16, partial",
        "4-5-1-6, met, A4.6, partial",
        "4-5-1-4, not-met, A4.7, not-met",
        "4-1-3-2, not-met, A7.16, not-met",
        "4-5-1-4, partial, A4.7, partial"
    })
    void carriesOverWhatTheRelationAllows(
            String source, String answer, String target, String suggested) {
        Optional<Suggestion> found = suggestion(source, answer, target);

        assertThat(found.orElseThrow().value().code()).isEqualTo(suggested);
        assertThat(found.get().path()).hasSize(1);
        assertThat(found.get().path().getFirst().rule()).startsWith("crosswalks/scs-");
    }

    @ParameterizedTest
    @CsvSource({
        "4-1-1-3, not-met, A7.3",
        "4-5-1-6, not-met, A4.6",
        "4-5-1-4, not-applicable, A4.7",
        "4-5-1-4, unknown, A4.7"
    })
    void carriesNothingOverThatWouldNotFollow(String source, String answer, String target) {
        assertThat(suggestion(source, answer, target)).isEmpty();
    }

    @Test
    void theOtherWayRoundSmallerAndLargerChangePlaces() {
        List<Suggestion> back =
                CREDITS.suggest(
                        Map.of(CE, Carried.answers(CE, "A7.16,compliant\nA7.3,compliant\n")), SCS);

        assertThat(back)
                .extracting(Suggestion::target, Suggestion::value)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("4-1-1-3", AnswerValue.PARTIAL),
                        org.assertj.core.api.Assertions.tuple("4-1-3-2", AnswerValue.MET));
    }

    @Test
    void aChainIsAsStrongAsItsWeakestLink() {
        List<Suggestion> found =
                CREDITS.suggest(Map.of(CE, Carried.answers(CE, "A7.5,compliant\n")), EIGHT);
        Suggestion chain = found.getFirst();

        assertThat(chain.target()).isEqualTo("ISM-1507");
        assertThat(chain.path()).hasSize(2);
        assertThat(chain.path())
                .extracting(Suggestion.Hop::scheme)
                .containsExactly("cyber-essentials", "scs");
        assertThat(chain.strength())
                .isEqualTo(
                        chain.path().stream().mapToInt(Suggestion.Hop::strength).min().orElse(0));
    }

    @Test
    void whatIsAnsweredAlreadyGetsNoSuggestion() {
        Map<Edition, Answers> answered =
                Map.of(
                        SCS, Carried.answers(SCS, "4-5-1-4,met\n"),
                        CE, Carried.answers(CE, "A4.7,major\n"));

        assertThat(CREDITS.suggest(answered, CE))
                .extracting(Suggestion::target)
                .doesNotContain("A4.7")
                .contains("A4.1");
    }

    @Test
    void nothingIsEverSuggestedAsNotApplicableAndAllTargetsExist() {
        Answers all = Answers.of(Map.of());
        for (var criterion : SCS.criteria()) {
            all = all.with(criterion.id(), new Answer(AnswerValue.MET));
        }
        for (Edition wanted : List.of(CE, CMMC, EIGHT)) {
            List<Suggestion> suggestions = CREDITS.suggest(Map.of(SCS, all), wanted);
            assertThat(suggestions).isNotEmpty();
            assertThat(suggestions)
                    .allSatisfy(s -> {
                        assertThat(wanted.meant(s.target())).isPresent();
                        assertThat(s.value()).isIn(AnswerValue.MET, AnswerValue.PARTIAL);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void theInverseOfTheInverseIsTheRelation(Relation relation) {
        assertThat(relation.inverse().inverse()).isEqualTo(relation);
    }

    @Test
    void everyCrosswalkIsMarkedAsOursAndTheBandsCarryTheirWarning() {
        assertThat(CROSSWALKS.list()).hasSize(7);
        assertThat(CROSSWALKS.list())
                .allSatisfy(c -> {
                    assertThat(c.status()).isEqualTo(EditionStatus.PROPOSAL);
                    assertThat(c.author()).isEqualTo("Hoshimori");
                });
        assertThat(CROSSWALKS.bands().getFirst().warning().en()).contains("no equivalence");
        assertThat(CROSSWALKS.bands().getFirst().stars()).hasSize(3);
    }

    /// The concept's lines were made after other schemes; what they have to do with the edition of
    /// 2026 follows from that alone, and is never surer.
    @Test
    void theRelationsOfTheConceptFollowFromWhereItsLinesComeFrom() {
        Edition concept = Carried.edition("scs", "2024-concept");
        List<Mapping> derived = crosswalk("scs-2024-scs-2026");
        assertThat(derived).hasSize(187);
        for (Mapping each : derived) {
            List<String> from = concept.criterion(each.source()).orElseThrow().links().from();
            List<Mapping> through =
                    crosswalk("scs-cmmc").stream()
                            .filter(known ->
                                    known.source().equals(each.target())
                                            && from.contains("cmmc:" + known.target()))
                            .toList();
            if (through.isEmpty()) {
                // By label or strategy: they have something in common, no more.
                assertThat(each.relation()).as(each.toString()).isEqualTo(Relation.INTERSECTS);
                assertThat(each.strength()).isEqualTo(2);
            } else {
                assertThat(through)
                        .as(each.toString())
                        .anyMatch(known ->
                                known.relation().inverse() == each.relation()
                                        && each.strength() <= Math.min(5, known.strength()));
            }
        }
    }

    @Test
    void anEditionOfTheSameSchemeIsNoWayToACredit() {
        Edition concept = Carried.edition("scs", "2024-concept");
        assertThat(CREDITS.suggest(Map.of(concept, Carried.answers(concept, "c3-06,met\n")), SCS))
                .isEmpty();
        assertThat(CREDITS.approaches(SCS, "4-1-3-1"))
                .noneMatch(each -> each.edition().scheme().equals("scs"));
    }

    private static List<Mapping> crosswalk(String id) {
        return CROSSWALKS.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .maps();
    }

    @Test
    void anIdThatDoesNotExistIsRefusedAtItsPlace() {
        String yaml =
                """
                format: 1
                crosswalk: x
                status: proposal
                title: {ja: x, en: x}
                author: x
                date: 2026-01-01
                source: {scheme: scs, edition: "2026-03-27"}
                target: {scheme: cyber-essentials, edition: "danzell-16.2"}
                maps:
                  - {source: "4-5-1-4", relation: equal, target: "A4.77", rationale: semantic, strength: 9}
                """;
        Crosswalks.Reading reading =
                Crosswalks.read(
                        List.of(new SchemeFile("x.yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                        Carried.schemes());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Crosswalks.Reading.Refused.class,
                        refused ->
                                assertThat(refused.faults().getFirst().in(Locale.ENGLISH))
                                        .startsWith("x.yaml:10:")
                                        .contains(
                                                "cyber-essentials has no A4.77, did you mean A4.7?"));
    }

    private static Optional<Suggestion> suggestion(String source, String answer, String target) {
        Answers answers = Carried.answers(SCS, source + "," + answer + "\n");
        return CREDITS.suggest(Map.of(SCS, answers), CE).stream()
                .filter(s -> s.target().equals(target))
                .findFirst();
    }

    @Test
    void approachesLeadFromBothSidesNearestAndStrongestFirst() {
        List<Approach> approaches = CREDITS.approaches(CMMC, "AU.L2-3.3.8");
        Approach first = approaches.getFirst();
        assertThat(first.edition().scheme()).isEqualTo("scs");
        assertThat(first.id()).isEqualTo("4-4-3-3");
        assertThat(first.strength()).isEqualTo(9);
        assertThat(first.carried(AnswerValue.MET)).contains(AnswerValue.MET);
        assertThat(first.carried(AnswerValue.NOT_APPLICABLE)).isEmpty();
        assertThat(approaches)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(each -> each.path().size()));
        assertThat(approaches).allMatch(each -> each.path().size() <= 3);
    }

    @Test
    void everyRelationSaysWhyInBothLanguagesAndStandsOnce() {
        for (var crosswalk : CROSSWALKS.list()) {
            assertThat(crosswalk.maps()).as(crosswalk.id()).allMatch(map -> map.note() != null);
            assertThat(crosswalk.maps())
                    .as(crosswalk.id())
                    .extracting(map -> map.source() + " " + map.target())
                    .doesNotHaveDuplicates();
        }
    }

    /// Whatever is suggested came by an approach: the hint in the workbench never knows less.
    @Test
    void everySuggestionHasAnApproach() {
        for (var criterion : SCS.criteria()) {
            Answers answers = Answers.of(Map.of(criterion.id(), new Answer(AnswerValue.MET)));
            for (Edition wanted : List.of(CE, CMMC, EIGHT)) {
                for (Suggestion suggestion : CREDITS.suggest(Map.of(SCS, answers), wanted)) {
                    assertThat(CREDITS.approaches(wanted, suggestion.target()))
                            .anyMatch(each -> each.id().equals(criterion.id()));
                }
            }
        }
    }

    private static Crosswalks crosswalks() {
        try {
            return switch (Crosswalks.read(
                    SchemeFiles.below(Path.of("..", "schemes"), p -> p.startsWith("crosswalks/")),
                    Carried.schemes())) {
                case Crosswalks.Reading.Read read -> read.crosswalks();
                case Crosswalks.Reading.Refused refused ->
                        throw new AssertionError(
                                refused.faults().stream().map(f -> f.in(Locale.ENGLISH)).toList());
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
