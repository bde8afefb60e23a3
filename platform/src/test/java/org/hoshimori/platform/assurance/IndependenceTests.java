package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of independence as they ship, against tables of facts.
class IndependenceTests {

    private static final Path FILE = Path.of("../schemes/scs/assurance/experts.yaml");
    private static final String COMPANY = "7000012050002";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    private final ExpertRules rules = rules();

    @Test
    void aStrangerWhoDeclaresNothingIsIndependent() {
        Independence found = rules.check(facts("", "", List.of(), declared()), AT, DAY);
        assertThat(found.refused()).isFalse();
        assertThat(found.complete()).isTrue();
        assertThat(found.ties()).hasSize(Tie.values().length);
        assertThat(found.statement().ja()).contains("勤務先 (なし・自営)", COMPANY, "直近12か月");
        assertThat(found.statement().en()).contains("none, self-employed", "last 12 months");
        assertThat(found.statement().ja() + found.statement().en()).doesNotContain("{", "}");
    }

    @Test
    void theOwnEmployerIsRefusedByNameOfTheRule() {
        Independence found = rules.check(facts(COMPANY, "", List.of(), Optional.empty()), AT, DAY);
        assertThat(found.reasons()).extracting(CheckedTie::tie).containsExactly(Tie.OWN_EMPLOYER);
        assertThat(found.reasons().getFirst().words().ja()).contains(COMPANY);
    }

    @Test
    void aMemberOfTheCompanyIsRefused() {
        assertThat(reasons(facts("", "viewer", List.of(), declared()))).containsExactly(Tie.MEMBER);
    }

    @Test
    void whoHelpedWithTheAnswersIsRefused() {
        var facts =
                new Facts(
                        new Facts.Person("確認 花子", ""),
                        Optional.empty(),
                        COMPANY,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        true,
                        declared());
        assertThat(reasons(facts)).containsExactly(Tie.HELPER);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-23, false, twelve months are over on the day",
        "2025-11-24, true, one day short",
        "2024-01-01, false, long ago",
        "2026-11-20, true, last week",
        "'', true, still going on",
    })
    void adviceCountsForTwelveMonths(String until, boolean refused, String why) {
        var advice =
                new Advice(
                        COMPANY,
                        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
        assertThat(reasons(facts("", "", List.of(advice), declared())).contains(Tie.ADVISER))
                .as(why)
                .isEqualTo(refused);
    }

    @Test
    void adviceToAnotherCompanyDoesNotCount() {
        var elsewhere = new Advice("5050005005266", Optional.empty());
        assertThat(reasons(facts("", "", List.of(elsewhere), declared()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "髙橋 一郎, タカハシ イチロウ, 髙橋一郎, たかはし いちろう, true",
        "髙橋 一郎, タカハシ イチロウ, 髙橋 一郎, '', true",
        "中田 一郎, ナカタ イチロウ, 中田 一郎, ナカダ イチロウ, false",
        "中田 一郎, ナカタ イチロウ, 仲田 一郎, ナカタ イチロウ, false",
        "ＡＢＥ　Taro, アベ, abe taro, ｱﾍﾞ, true",
    })
    void anOfficerIsKnownByNameAndKana(
            String name, String kana, String officer, String officerKana, boolean refused) {
        var facts =
                new Facts(
                        new Facts.Person(name, kana),
                        Optional.empty(),
                        COMPANY,
                        Optional.empty(),
                        List.of(new Facts.Person(officer, officerKana)),
                        List.of(),
                        false,
                        declared());
        assertThat(reasons(facts).contains(Tie.SAME_OFFICER)).isEqualTo(refused);
    }

    @Test
    void whatWasDeclaredCounts() {
        var officer = new Declaration(true, false, false, Optional.empty(), "役員です。");
        assertThat(reasons(facts("", "", List.of(), Optional.of(officer))))
                .containsExactly(Tie.SAME_OFFICER);
    }

    @Test
    void aCapitalTieIsShownAndNotRefused() {
        var owner = new Declaration(false, true, false, Optional.empty(), "株式を1%持つ。");
        Independence found = rules.check(facts("", "", List.of(), Optional.of(owner)), AT, DAY);
        assertThat(found.refused()).isFalse();
        assertThat(found.statement().ja()).contains("資本関係があると本人が申告した");
    }

    @Test
    void beforeTheDeclarationTheCheckIsIncomplete() {
        Independence found = rules.check(facts("", "", List.of(), Optional.empty()), AT, DAY);
        assertThat(found.complete()).isFalse();
        assertThat(found.refused()).isFalse();
    }

    private List<Tie> reasons(Facts facts) {
        return rules.check(facts, AT, DAY).reasons().stream().map(CheckedTie::tie).toList();
    }

    private static Facts facts(
            String employer, String role, List<Advice> advice, Optional<Declaration> declaration) {
        return new Facts(
                new Facts.Person("確認 花子", "カクニン ハナコ"),
                Optional.of(employer).filter(text -> !text.isEmpty()),
                COMPANY,
                Optional.of(role).filter(text -> !text.isEmpty()),
                List.of(new Facts.Person("社長 太郎", "シャチョウ タロウ")),
                advice,
                false,
                declaration);
    }

    private static Optional<Declaration> declared() {
        return Optional.of(new Declaration(false, false, false, Optional.empty(), "関係はありません。"));
    }

    static ExpertRules rules() {
        try {
            return switch (ExpertRulesFile.read(FILE.toString(), Files.readAllBytes(FILE))) {
                case ExpertRulesFile.Read.Good(ExpertRules read) -> read;
                case ExpertRulesFile.Read.Bad bad -> throw new AssertionError(bad.lines());
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
