package org.hoshimori.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Sets of answers as companies might give them, from nearly nothing to everything met.
public final class RandomAnswers {
    private RandomAnswers() {}

    /// Some set of answers to everything the edition asks, in words of its scale; now and then with
    /// an answer to something it does not know.
    public static Answers of(Edition edition, Random random) {
        int answered = List.of(100, 100, 98, 60, 5).get(random.nextInt(5));
        int good = List.of(0, 50, 90, 99, 100).get(random.nextInt(5));
        boolean byParts = random.nextBoolean();
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String id : edition.answerableIds()) {
            boolean part = edition.criterion(id).isEmpty();
            if (random.nextInt(100) < (part == byParts ? answered : 3)) {
                answers.put(
                        id,
                        random.nextInt(100) < good
                                ? new Answer(AnswerValue.MET)
                                : any(edition, id, random));
            }
        }
        if (random.nextInt(5) == 0) {
            answers.put("nobody-asked-this", new Answer(AnswerValue.MET));
        }
        return Answers.of(answers);
    }

    private static Answer any(Edition edition, String id, Random random) {
        AnswerValue[] values = AnswerValue.values();
        if (random.nextInt(3) == 0) {
            return new Answer(
                    values[random.nextInt(values.length)], random.nextBoolean() ? "理由\"\\\n" : "");
        }
        List<Choice> choices =
                edition.criterion(id)
                        .map(edition::choices)
                        .orElse(List.of(new Choice("met", AnswerValue.MET, null)));
        Choice choice = choices.get(random.nextInt(choices.size()));
        return new Answer(choice.means(), choice.word(), random.nextBoolean() ? "why" : "");
    }
}
