package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.rules.AnswerValue;

/// A stored assessment with all its answers in one text, as one row of a large reading.
///
/// @param said answers parted by [#NEXT]: criterion, value, word and whether there is a reason,
///   parted by [#FIELD], or only the criterion when it is simply met; empty for none
record Stored(AssessmentId id, OrganisationId company, String level, Stage stage, String said) {
    /// Parts answers; stands in no id and no word.
    static final char NEXT = 0x1e;

    /// Parts the fields of an answer.
    static final char FIELD = 0x1f;

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    /// The answers by criterion. Who saved them and when does not matter here, nor which reason
    /// there is.
    Map<String, Answer> answers() {
        Map<String, Answer> answers = new HashMap<>();
        for (String each : said.isEmpty() ? new String[0] : said.split(String.valueOf(NEXT))) {
            Answer answer = answer(each);
            answers.put(answer.criterion(), answer);
        }
        return answers;
    }

    /// One answer of [#said].
    static Answer answer(String text) {
        if (text.indexOf(FIELD) < 0) {
            return answer(text, new Said(AnswerValue.MET, "", ""));
        }
        String[] fields = text.split(String.valueOf(FIELD), -1);
        Optional<AnswerValue> value = Said.value(fields[1]);
        String word = fields[2].isEmpty() ? value.map(AnswerValue::code).orElse("") : fields[2];
        return answer(fields[0], new Said(value, word, fields[3], ""));
    }

    private static Answer answer(String criterion, Said said) {
        return new Answer(criterion, said, 1, Instant.EPOCH, NOBODY, "");
    }
}
