package org.hoshimori.bench.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One set of answers, evaluated: alone, with the digest of its inputs, and as JSON. Nine of ten
/// answers are met; sixteen sets take turns, so that nothing is learnt by heart.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneEvaluation {
    private static final int SETS = 16;

    /// Scheme, edition, level.
    static final List<String> LEVELS =
            List.of(
                    "scs 2026-03-27 4",
                    "cmmc 2024-12-16 2",
                    "essential-eight 2023-11 3",
                    "cyber-essentials danzell-16.2 basic",
                    "jama-japia 2.1 3",
                    "security-action 2026-03 2",
                    "cyberfundamentals 2025 essential",
                    "cyberscore 2023-draft A");

    /// One of [#LEVELS].
    @Param("scs 2026-03-27 4")
    String asked = "";

    @SuppressWarnings("NullAway.Init")
    private Edition edition;

    private String level = "";
    private List<Answers> sets = List.of();
    private byte[] canonical = {};
    private int turn;

    @Setup
    public void read() throws IOException {
        String[] words = asked.split(" ");
        level = words[2];
        edition = RulesBench.schemes(Path.of("none")).edition(words[0], words[1]).orElseThrow();
        sets = IntStream.range(0, SETS).mapToObj(this::answers).toList();
        canonical = new byte[edition.criteriaOf(level).size() * 46 + 26];
    }

    @Benchmark
    public Evaluation alone() {
        return evaluate();
    }

    @Benchmark
    public String withDigest() {
        return evaluate().inputs();
    }

    @Benchmark
    public String json() {
        return evaluate().json(Locale.JAPANESE);
    }

    /// The floor of a result that can be recomputed: as many bytes as its inputs have, and nothing
    /// else.
    @Benchmark
    public byte[] digestOnly() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(canonical);
    }

    private Evaluation evaluate() {
        turn = (turn + 1) % SETS;
        return edition.evaluate(level, sets.get(turn));
    }

    /// What the level asks, answered.
    private Answers answers(int seed) {
        var random = new Random(seed);
        Map<String, Answer> answers = new HashMap<>();
        for (Criterion criterion : edition.criteriaOf(level)) {
            answers.put(
                    criterion.id(),
                    new Answer(random.nextInt(10) > 0 ? AnswerValue.MET : AnswerValue.NOT_MET));
        }
        return Answers.of(answers);
    }
}
