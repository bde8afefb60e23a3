package org.hoshimori.platform.command;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.bulk.AnswerTable;
import org.hoshimori.rules.bulk.ManyCompanies;
import org.hoshimori.rules.bulk.ManyResult;
import org.jspecify.annotations.Nullable;

/// `hoshimori evaluate --many`: what a table of many companies amounts to. 0 all of them reach the
/// level, 1 not all.
final class EvaluateMany {
    private static final int BUFFER = 1 << 16;

    private final Console console;
    private final Edition edition;
    private final Level level;
    private final Map<String, BigDecimal> settings;

    EvaluateMany(Console console, Edition edition, Level level, Map<String, BigDecimal> settings) {
        this.console = console;
        this.edition = edition;
        this.level = level;
        this.settings = settings;
    }

    /// @param out gets one line a company, whole or not at all; null for none
    int run(Path table, @Nullable Path out, boolean asJson) {
        Optional<ManyResult> result = out == null ? judge(table, _ -> {}) : into(out, table);
        if (result.isEmpty()) {
            return Command.WRONG;
        }
        return switch (result.get()) {
            case ManyResult.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Command.WRONG;
            }
            case ManyResult.Judged judged -> {
                if (asJson) {
                    console.out().println(json(judged));
                } else {
                    print(judged);
                }
                yield judged.met() == judged.companies() ? Command.YES : Command.NO;
            }
        };
    }

    private Optional<ManyResult> judge(Path table, Consumer<ManyResult.Line> lines) {
        try {
            return Optional.of(
                    table.toString().equals("-")
                            ? judgeText("-", console.in(), lines)
                            : judgeFile(table, lines));
        } catch (NoSuchFileException e) {
            fault(table, new Text("ファイルがありません", "there is no such file"));
        } catch (CharacterCodingException e) {
            fault(
                    table,
                    new Text(
                            "UTF-8ではありません。UTF-8のCSVとして保存してください",
                            "not UTF-8; save it as CSV in UTF-8"));
        } catch (IOException e) {
            fault(table, new Text("読めません", "cannot be read"));
        } catch (AnswerTable.Broken e) {
            fault(table, e.text());
        }
        return Optional.empty();
    }

    private ManyResult judgeFile(Path table, Consumer<ManyResult.Line> lines)
            throws IOException, AnswerTable.Broken {
        String name = table.toString();
        Optional<FormatAnswers> other = FormatAnswers.open(table);
        if (other.isPresent()) {
            try (FormatAnswers rows = other.get()) {
                return ManyCompanies.judge(name, rows, edition, level.id(), settings, lines);
            }
        }
        try (InputStream content = Files.newInputStream(table);
                InputStream text =
                        name.endsWith(".gz") ? new GZIPInputStream(content, BUFFER) : content) {
            return judgeText(name, text, lines);
        }
    }

    private ManyResult judgeText(String name, InputStream content, Consumer<ManyResult.Line> lines)
            throws IOException {
        Reader reader =
                new BufferedReader(
                        new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()),
                        BUFFER);
        skipMark(reader);
        return ManyCompanies.judge(name, reader, edition, level.id(), settings, lines);
    }

    private static void skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private Optional<ManyResult> into(Path out, Path table) {
        Path whole = out.toAbsolutePath();
        Path part =
                whole.resolveSibling(
                        "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try {
                Optional<ManyResult> result;
                try (BufferedWriter rows = Files.newBufferedWriter(part)) {
                    rows.write("company,status,reached,score\n");
                    result = judge(table, line -> write(rows, line));
                }
                if (result.isPresent() && result.get() instanceof ManyResult.Judged) {
                    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
                }
                return result;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException e) {
            fault(out, new Text("書き込めません", "cannot be written"));
            return Optional.empty();
        }
    }

    private static void write(BufferedWriter rows, ManyResult.Line line) {
        try {
            rows.write(quoted(line.company()));
            rows.write("," + line.status() + "," + line.reached() + "," + line.score() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String name) {
        return name.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + name.replace("\"", "\"\"") + '"'
                : name;
    }

    private void fault(Path file, Text why) {
        console.fault(file + ": " + console.say(why));
    }

    private String json(ManyResult.Judged judged) {
        var json = new Json();
        json.object()
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("asked", level.id())
                .put("companies", judged.companies())
                .put("met", judged.met());
        numbers(json, "by_status", judged.byStatus());
        numbers(json, "by_reached", judged.byReached());
        json.key("criteria").array();
        judged.criteria()
                .forEach((criterion, counts) ->
                        json.object()
                                .put("id", criterion.id())
                                .put("met", counts.met())
                                .put("not_met", counts.notMet())
                                .put("partial", counts.partial())
                                .put("not_applicable", counts.notApplicable())
                                .put("unanswered", counts.unanswered())
                                .put("unknown", counts.unknown())
                                .put("not_applicable_without_reason", counts.withoutReason())
                                .end());
        return json.end()
                .put("judged", judged.inBulk() ? "in-columns" : "one-by-one")
                .put("rule", edition.rule())
                .put("engine", Evaluation.ENGINE)
                .end()
                .toString();
    }

    private static void numbers(Json json, String key, Map<String, Integer> by) {
        json.key(key).object();
        by.forEach(json::put);
        json.end();
    }

    private void print(ManyResult.Judged judged) {
        String title = console.say(level.title());
        console.line(
                new Text(
                        "%d社のうち%d社が %s に届いています。".formatted(judged.companies(), judged.met(), title),
                        "%d of %d companies reach %s."
                                .formatted(judged.met(), judged.companies(), title)));
        judged.byStatus()
                .forEach((word, number) ->
                        console.line(
                                new Text(
                                        "状態 %s: %d社".formatted(word, number),
                                        "status %s: %d".formatted(word, number))));
        judged.byReached()
                .forEach((word, number) ->
                        console.line(
                                new Text(
                                        "届いている段階 %s: %d社".formatted(word, number),
                                        "level reached %s: %d".formatted(word, number))));
        console.out().println(edition.rule());
    }
}
