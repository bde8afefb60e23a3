package org.hoshimori.bench.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Lets JMH measure [OneEvaluation] in a JVM of its own for each cell, and prints the table: the
/// least of the rounds, because a crowd only adds, and their mean with its 99.9 % error.
final class OneEvaluationTable {
    private static final String[] COLUMNS = {"alone", "withDigest", "json", "digestOnly"};

    private OneEvaluationTable() {}

    /// @param schemes whose rows; all when none is named
    static void print(List<String> schemes) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (RunResult result : run(schemes)) {
            String asked = result.getParams().getParam("asked");
            String[] benchmark = result.getParams().getBenchmark().split("\\.");
            rows.computeIfAbsent(asked, _ -> new TreeMap<>())
                    .put(benchmark[benchmark.length - 1], cell(result.getPrimaryResult()));
        }
        System.out.println(
                "| one evaluation, µs: least (mean ± error) | alone | with digest | as JSON | SHA-256 alone |");
        System.out.println("|---|---|---|---|---|");
        rows.forEach((asked, cells) -> {
            System.out.print("| " + asked + " |");
            for (String column : COLUMNS) {
                System.out.print(" " + cells.get(column) + " |");
            }
            System.out.println();
        });
    }

    private static String cell(Result<?> result) {
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f ± %.1f)",
                result.getStatistics().getMin(),
                result.getScore(),
                result.getScoreError());
    }

    private static Collection<RunResult> run(List<String> schemes) {
        String[] asked =
                OneEvaluation.LEVELS.stream()
                        .filter(level -> schemes.isEmpty() || schemes.contains(level.split(" ")[0]))
                        .toArray(String[]::new);
        try {
            return new Runner(
                            new OptionsBuilder()
                                    .include(OneEvaluation.class.getName() + "\\.")
                                    .param("asked", asked)
                                    .forks(1)
                                    .warmupIterations(4)
                                    .warmupTime(TimeValue.milliseconds(500))
                                    .measurementIterations(8)
                                    .measurementTime(TimeValue.milliseconds(250))
                                    .jvmArgs(
                                            "-XX:+UseParallelGC",
                                            "-Xmx512m",
                                            "--sun-misc-unsafe-memory-access=allow")
                                    .verbosity(VerboseMode.SILENT)
                                    .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
