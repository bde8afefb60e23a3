package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InputsTests {
    private static final String[] WORDS = {
        "", "a", "理由です", "\"quoted\"\\", "tab\tand\nline", "😀", "é"
    };
    private static final Edition CMMC =
            Carried.schemes().edition("cmmc", "2024-12-16").orElseThrow();

    @Test
    void theDigestIsThatOfTheDocumentedForm() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            Answers answers = answers(random);
            Map<String, BigDecimal> settings =
                    random.nextBoolean() ? Map.of() : Map.of("figure", new BigDecimal("2.50"));
            assertThat(Inputs.digest(CMMC.index(), "2", answers, settings))
                    .isEqualTo("sha256:" + Digests.sha256(documented(answers, settings)));
        }
    }

    private static Answers answers(Random random) {
        Map<String, Answer> answers = new TreeMap<>();
        for (String id : CMMC.answerableIds()) {
            if (random.nextInt(8) == 0) {
                answers.put(random.nextInt(9) == 0 ? id + word(random) : id, answer(random));
            }
        }
        return Answers.of(answers);
    }

    private static Answer answer(Random random) {
        AnswerValue value = AnswerValue.values()[random.nextInt(AnswerValue.values().length)];
        return switch (random.nextInt(3)) {
            case 0 -> new Answer(value);
            case 1 -> new Answer(value, word(random).repeat(random.nextInt(400)));
            default -> new Answer(value, word(random), word(random));
        };
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static byte[] documented(Answers answers, Map<String, BigDecimal> settings) {
        var json = new Json();
        json.object().put("asked", "2").key("answers").array();
        answers.byCriterion()
                .forEach((id, answer) ->
                        json.object()
                                .put("id", id)
                                .put("answer", answer.word())
                                .put("detail", answer.detail())
                                .end());
        json.end();
        if (!settings.isEmpty()) {
            json.key("settings").object();
            settings.forEach(json::put);
            json.end();
        }
        return json.end().toString().getBytes(StandardCharsets.UTF_8);
    }
}
