package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.junit.jupiter.api.Test;

/// What must hold of every rating (facts of the field, section 3.8).
class RatingPropertiesTests {

    private static final Ratings RATINGS = Ratings.usual();

    @Provide
    Arbitrary<List<Observation>> bundles() {
        return Bundles.bundles();
    }

    private static Rating rate(List<Observation> observations) {
        return RATINGS.rating(Bundles.of(observations));
    }

    @Property(tries = 150)
    void theDeltasAddUpToTheScoreAndNoneIsPositive(@ForAll("bundles") List<Observation> bundle) {
        Rating rating = rate(bundle);
        int sum = rating.deltas().stream().mapToInt(Delta::eighths).sum();
        assertThat(Score.FULL + sum).isEqualTo(rating.score());
        assertThat(rating.deltas()).allMatch(delta -> delta.eighths() <= 0);
        assertThat(rating.score()).isBetween(0, Score.FULL);
    }

    @Property(tries = 60)
    void takingAwayAnyFindingNeverLowersTheScore(@ForAll("bundles") List<Observation> bundle) {
        Rating rating = rate(bundle);
        Score score = new Score(RATINGS.rulebook());
        List<Finding> findings = rating.judged().findings();
        for (Finding finding : findings) {
            List<Finding> left = new ArrayList<>(findings);
            left.remove(finding);
            assertThat(score.capped(left)).isGreaterThanOrEqualTo(rating.score());
        }
    }

    @Property(tries = 60)
    void takingAwayAnyLineNeverLowersTheScore(@ForAll("bundles") List<Observation> bundle) {
        int score = rate(bundle).score();
        for (Observation line : bundle) {
            List<Observation> left = new ArrayList<>(bundle);
            left.remove(line);
            assertThat(rate(left).score()).isGreaterThanOrEqualTo(score);
        }
    }

    @Property(tries = 60)
    void whateverIsRepairedAndSeenAgainNeverLowersTheScore(
            @ForAll("bundles") List<Observation> bundle) {
        int score = rate(bundle).score();
        for (Observation line : bundle) {
            List<Observation> again = new ArrayList<>(bundle);
            again.add(repaired(line));
            assertThat(rate(again).score()).isGreaterThanOrEqualTo(score);
        }
    }

    @Property(tries = 60)
    void doingWhatThePlanSaysReachesWhatItPromises(@ForAll("bundles") List<Observation> bundle) {
        Rating rating = rate(bundle);
        if (rating.plan().isEmpty()) {
            return;
        }
        Plan plan = rating.plan().get();
        List<Observation> again = new ArrayList<>(bundle);
        for (Finding finding : rating.judged().findings()) {
            if (plan.repairs().contains(finding.rule().id())) {
                bundle.stream()
                        .filter(line ->
                                line.asset().equals(finding.asset())
                                        && line.check().equals(read(finding)))
                        .forEach(line -> again.add(repaired(line)));
            }
        }
        assertThat(rate(again).score()).isGreaterThanOrEqualTo(plan.eighths());
    }

    /// Known flaws are read from what a service said of itself.
    private static String read(Finding finding) {
        return finding.rule().check().equals(KnownFlaws.CHECK)
                ? "net.service"
                : finding.rule().check();
    }

    /// The same look a minute later, at something in which nothing is wrong.
    private static Observation repaired(Observation line) {
        return new Observation(
                line.check(),
                line.standard(),
                line.target(),
                line.asset(),
                line.time().plusSeconds(60),
                1,
                line.vantage(),
                new org.hoshimori.probe.Outcome.Seen(Facts.NONE),
                List.of());
    }

    @Property(tries = 60)
    void orderAndDoubledLinesChangeNotOneByte(
            @ForAll("bundles") List<Observation> bundle, @ForAll Random random) {
        List<Observation> shuffled = new ArrayList<>(bundle);
        shuffled.addAll(bundle);
        Collections.shuffle(shuffled, random);
        assertThat(RATINGS.json(Bundles.of(shuffled))).isEqualTo(RATINGS.json(Bundles.of(bundle)));
    }

    @Property(tries = 60)
    void anotherHostThatIsFineChangesNothingInTheScore(
            @ForAll("bundles") List<Observation> bundle) {
        List<Observation> more = new ArrayList<>(bundle);
        more.add(
                Bundles.seen(
                        "tls.versions",
                        "clean.test",
                        Facts.write().put("offered", List.of("TLS1.2", "TLS1.3"))));
        more.add(Bundles.seen("tls.suites", "clean.test", Facts.write().put("broken", List.of())));
        assertThat(rate(more).score()).isEqualTo(rate(bundle).score());
    }

    @Property(tries = 60)
    void theRangeOfUnsureFindingsHoldsTheScore(@ForAll("bundles") List<Observation> bundle) {
        Rating rating = rate(bundle);
        assertThat(rating.low()).isLessThanOrEqualTo(rating.score());
        assertThat(rating.high()).isGreaterThanOrEqualTo(rating.score());
    }

    @Property(tries = 60)
    void thePlanIsAsSmallAsTryingEverySetShows(@ForAll("bundles") List<Observation> bundle) {
        Rating rating = rate(bundle);
        List<Finding> findings = rating.judged().findings();
        List<String> rules = findings.stream().map(f -> f.rule().id()).distinct().toList();
        if (rating.plan().isEmpty() || rules.size() > 10) {
            return;
        }
        Plan plan = rating.plan().get();
        int wanted = RATINGS.rulebook().grades().get(plan.grade()) * Score.PARTS;
        assertThat(plan.eighths()).isGreaterThanOrEqualTo(wanted);
        Score score = new Score(RATINGS.rulebook());
        int fewest = Integer.MAX_VALUE;
        for (int mask = 0; mask < 1 << rules.size(); mask++) {
            Set<String> repaired = new HashSet<>();
            for (int i = 0; i < rules.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    repaired.add(rules.get(i));
                }
            }
            List<Finding> left =
                    findings.stream().filter(f -> !repaired.contains(f.rule().id())).toList();
            if (score.capped(left) >= wanted) {
                fewest = Math.min(fewest, Integer.bitCount(mask));
            }
        }
        assertThat(plan.repairs()).hasSize(fewest);
    }

    @Property(tries = 40)
    void theChangesBetweenTwoBundlesAddUp(
            @ForAll("bundles") List<Observation> one, @ForAll("bundles") List<Observation> other) {
        Comparison comparison = new Comparison(rate(one), rate(other));
        int sum = comparison.changes().stream().mapToInt(c -> c.now() - c.then()).sum();
        assertThat(sum).isEqualTo(rate(other).score() - rate(one).score());
    }

    @Test
    void nothingSeenCostsNothingAndIsSaidToBeProvisional() {
        Rating rating =
                rate(
                        List.of(
                                Bundles.look(
                                        "mail.spf",
                                        "a.test",
                                        new org.hoshimori.probe.Outcome.TimedOut(5))));
        assertThat(rating.score()).isEqualTo(Score.FULL);
        assertThat(rating.confidence()).isZero();
        assertThat(rating.provisional()).isTrue();
        assertThat(RatingText.write(rating, Locale.JAPANESE))
                .contains("評価しません")
                .doesNotContain("100", "確からしさ");
        assertThat(RatingText.write(rating, Locale.ENGLISH)).contains("nothing is rated");
    }

    @Test
    void anOutageIsNeverAFinding() {
        List<Observation> outages = new ArrayList<>();
        for (Rule rule : RATINGS.rulebook().rules()) {
            outages.add(
                    Bundles.look(
                            rule.check(),
                            "down.test",
                            new org.hoshimori.probe.Outcome.TimedOut(5)));
            outages.add(
                    Bundles.look(
                            rule.check(),
                            "shut.test",
                            new org.hoshimori.probe.Outcome.Refused("closed")));
        }
        assertThat(rate(outages).deltas()).isEmpty();
    }

    @Test
    void aDatabaseThatAnybodyCanUseCapsTheScoreWhateverElseIsGood() {
        Rating rating =
                rate(
                        List.of(
                                Bundles.seen(
                                        "net.service",
                                        "db.test:6379",
                                        Facts.write()
                                                .put("open", true)
                                                .put("exposed", true)
                                                .put("confirmed", true)
                                                .put("open_without_login", true))));
        assertThat(rating.score()).isLessThanOrEqualTo(59 * Score.PARTS);
        assertThat(rating.deltas()).anyMatch(delta -> delta.rule().equals("cap:open-database"));
    }

    @Test
    void aPackageOfADistributionIsUnsureAndCapsNothing() {
        Rating rating =
                rate(
                        List.of(
                                Bundles.seen(
                                        "net.service",
                                        "mail.test:25",
                                        Facts.write()
                                                .put("open", true)
                                                .put(
                                                        "banner",
                                                        "220 mail ESMTP Exim 4.91 Debian"))));
        assertThat(rating.deltas())
                .allMatch(delta -> delta.assets().isEmpty() && !delta.unsure().isEmpty());
        assertThat(rating.low()).isLessThan(rating.score());
        assertThat(rating.high()).isEqualTo(Score.FULL);
    }
}
