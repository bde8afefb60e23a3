package org.hoshimori.rules.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Text;

/// The words and marks that mean an answer.
final class AnswerWords {
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

    static Optional<AnswerValue> value(String typed) {
        String word = Spelling.word(typed);
        return Optional.ofNullable(WORDS.get(word))
                .or(() -> Optional.ofNullable(WORDS.get(word.replaceAll("[\\s_]+", "-"))))
                .or(() -> Optional.ofNullable(WORDS.get(word.replace("\uFE0F", ""))));
    }

    static boolean isCode(String typed) {
        for (AnswerValue value : AnswerValue.values()) {
            if (value.code().equals(typed)) {
                return true;
            }
        }
        return false;
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

    static Text scale() {
        return new Text(
                "使える回答: met (○)、not-met (✖)、partial (一部)、not-applicable (該当しない)、unknown (△)、空欄 (未回答)",
                "use met, not-met, partial, not-applicable, unknown, or leave it empty");
    }
}
