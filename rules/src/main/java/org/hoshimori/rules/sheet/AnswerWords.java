package org.hoshimori.rules.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.AnswerWord;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Numbers;
import org.hoshimori.rules.Scale;
import org.hoshimori.rules.Text;

/// The words and marks that mean an answer.
public final class AnswerWords {
    /// The marks are those of the consultants' columns beside the official sheet: ○ met, △ unsure,
    /// ✖ lacking. △ is not "partly": who is unsure does not know yet.
    private static final Map<AnswerValue, List<String>> ALIASES =
            Map.of(
                    AnswerValue.MET,
                    List.of(
                            "○", "〇", "◯", "⚪", "◎", "はい", "適合", "満たす", "満たしている", "対応済", "対応済み",
                            "実施済", "実施済み", "yes", "ok"),
                    AnswerValue.NOT_MET,
                    List.of(
                            "×", "✖", "✕", "✗", "✘", "❌", "x", "いいえ", "不適合", "満たさない", "満たしていない",
                            "未対応", "未実施", "no", "ng", "not met"),
                    AnswerValue.PARTIAL,
                    List.of("一部", "部分的", "一部適合", "一部対応", "partly"),
                    AnswerValue.NOT_APPLICABLE,
                    List.of("該当しない", "該当なし", "非該当", "対象外", "適用外", "n/a", "na", "not applicable"),
                    AnswerValue.UNKNOWN,
                    List.of("△", "▲", "わからない", "分からない", "不明", "?", "unsure"));

    private static final Map<String, AnswerValue> WORDS = words();

    private AnswerWords() {}

    private static Map<String, AnswerValue> words() {
        Map<String, AnswerValue> words = new HashMap<>();
        for (AnswerValue value : AnswerValue.values()) {
            words.put(value.code(), value);
        }
        ALIASES.forEach(
                (value, aliases) -> aliases.forEach(a -> words.put(Spelling.word(a), value)));
        return words;
    }

    /// What is meant by `typed` under the scale of `edition`: one of the scheme's own words, a
    /// number, or one of the common five.
    public static Optional<Answer> answer(
            String typed, Edition edition, Optional<Criterion> criterion) {
        String word = Spelling.word(typed);
        Optional<Answer> number =
                switch (edition.manner().scale()) {
                    case WORDS -> Optional.empty();
                    case POINTS -> criterion.flatMap(asked -> points(word, asked));
                    case PAIRS -> Numbers.pair(word).map(AnswerWords::pair);
                };
        return number.or(() -> own(word, edition)).or(() -> value(word).map(Answer::new));
    }

    private static Optional<Answer> points(String word, Criterion criterion) {
        BigDecimal most = BigDecimal.valueOf(criterion.weighing().weight());
        return Numbers.points(word)
                .filter(points -> points.compareTo(most) <= 0)
                .map(points ->
                        new Answer(
                                points.signum() == 0
                                        ? AnswerValue.NOT_MET
                                        : points.compareTo(most) < 0
                                                ? AnswerValue.PARTIAL
                                                : AnswerValue.MET,
                                points.stripTrailingZeros().toPlainString(),
                                ""));
    }

    private static Answer pair(Numbers.Pair pair) {
        return new Answer(pair.means(), pair.word(), "");
    }

    private static Optional<Answer> own(String word, Edition edition) {
        String hyphened = word.replaceAll("[\\s_]+", "-");
        for (AnswerWord own : edition.manner().words()) {
            if (own.word().equals(word)
                    || own.word().equals(hyphened)
                    || own.aliases().stream().anyMatch(a -> Spelling.word(a).equals(word))) {
                return Optional.of(new Answer(own.means(), own.word(), ""));
            }
        }
        return Optional.empty();
    }

    static Optional<AnswerValue> value(String typed) {
        String word = Spelling.word(typed);
        return Optional.ofNullable(WORDS.get(word))
                .or(() -> Optional.ofNullable(WORDS.get(word.replaceAll("[\\s_]+", "-"))))
                .or(() -> Optional.ofNullable(WORDS.get(word.replace("\uFE0F", ""))));
    }

    /// The words that need no notice when read: the common five and the scheme's own.
    public static List<String> known(Edition edition) {
        return Stream.concat(
                        Arrays.stream(AnswerValue.values()).map(AnswerValue::code),
                        edition.manner().words().stream().map(AnswerWord::word))
                .toList();
    }

    /// The mark for the official sheet; [#value] reads each back.
    static String mark(AnswerValue value) {
        return switch (value) {
            case MET -> "○";
            case NOT_MET -> "✖";
            case PARTIAL -> "一部";
            case NOT_APPLICABLE -> "該当しない";
            case UNKNOWN -> "△";
        };
    }

    /// What may be answered in this edition, in a sentence.
    public static Text scale(Edition edition) {
        if (edition.manner().scale() == Scale.PAIRS) {
            return new Text(
                    "文書と実装の成熟度を1から5で 3/4 のように書くか、not-applicable と書いてください",
                    "write the maturities of documentation and implementation from 1 to 5 as 3/4, or not-applicable");
        }
        if (edition.manner().scale() == Scale.POINTS) {
            return new Text(
                    "0からその項目の最大までの点数を書いてください", "write points from 0 to the criterion's most");
        }
        String own =
                edition.manner().words().stream()
                        .map(word -> word.word() + ", ")
                        .collect(Collectors.joining());
        return new Text(
                "使える回答: "
                        + own
                        + "met (○)、not-met (✖)、partial (一部)、not-applicable (該当しない)、unknown (△)、空欄 (未回答)",
                "use " + own + "met, not-met, partial, not-applicable, unknown, or leave it empty");
    }
}
