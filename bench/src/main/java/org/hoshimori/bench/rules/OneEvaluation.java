package org.hoshimori.bench.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;

/// One set of answers, evaluated: alone, with the digest of its inputs, and as JSON. Nine of ten
/// answers are met; sixteen sets take turns.
final class OneEvaluation {
    private static final int SETS = 16;
    private static final int TURNS = 20;

    private static final List<List<String>> LEVELS =
            List.of(
                    List.of("scs", "2026-03-27", "4"),
                    List.of("cmmc", "2024-12-16", "2"),
                    List.of("essential-eight", "2023-11", "3"),
                    List.of("cyber-essentials", "danzell-16.2", "basic"),
                    List.of("jama-japia", "2.1", "3"),
                    List.of("security-action", "2026-03", "2"),
                    List.of("cyberfundamentals", "2025", "essential"),
                    List.of("cyberscore", "2023-draft", "A"));

    private final Schemes schemes;

    OneEvaluation(Schemes schemes) {
        this.schemes = schemes;
    }

    void print() {
        System.out.println(
                "| one evaluation, µs | answers | alone | with digest | JSON | SHA-256 of the inputs alone |");
        System.out.println("|---|---|---|---|---|---|");
        for (List<String> each : LEVELS) {
            Edition edition = schemes.edition(each.get(0), each.get(1)).orElseThrow();
            String level = each.get(2);
            List<Answers> sets = sets(edition, level);
            byte[] canonical = new byte[sets.getFirst().byCriterion().size() * 46 + 26];
            System.out.printf(
                    Locale.ROOT,
                    "| %s %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                    edition.scheme(),
                    level,
                    sets.getFirst().byCriterion().size(),
                    micros(sets, set -> edition.evaluate(level, set)),
                    micros(sets, set -> edition.evaluate(level, set).inputs()),
                    micros(sets, set -> edition.evaluate(level, set).json(Locale.JAPANESE)),
                    micros(sets, _ -> digest(canonical)));
        }
    }

    private static double micros(List<Answers> sets, Consumer<Answers> work) {
        return Timing.median(() -> {
            for (int turn = 0; turn < TURNS; turn++) {
                sets.forEach(work);
            }
        })
                * 1000
                / (SETS * TURNS);
    }

    private static void digest(byte[] bytes) {
        try {
            MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the level asks, answered.
    private static List<Answers> sets(Edition edition, String level) {
        List<Answers> sets = new ArrayList<>();
        for (int seed = 0; seed < SETS; seed++) {
            var random = new Random(seed);
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Criterion criterion : edition.criteriaOf(level)) {
                answers.put(
                        criterion.id(),
                        new Answer(random.nextInt(10) > 0 ? AnswerValue.MET : AnswerValue.NOT_MET));
            }
            sets.add(Answers.of(answers));
        }
        return sets;
    }
}
