package org.hoshimori.platform.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.platform.api.Fault;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerWords;
import org.jspecify.annotations.Nullable;

/// The answer to a criterion as programs read and send it.
///
/// @param id of the criterion; may be sent, and must then be that of the address
/// @param answer in the scheme's own words where it has them; null: unanswered
/// @param reason why it does not apply
/// @param note how the company does it
/// @param version 0 while nobody answered; what is sent here and below is not looked at
/// @param by the person, and the token if there was one
record AnswerRecord(
        @Nullable String id,
        @JsonProperty(required = true) @Nullable String answer,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Integer version,
        @Nullable Instant at,
        @Nullable String by) {

    static AnswerRecord of(String criterion, Optional<Answer> answer) {
        Said said = answer.map(Answer::said).orElse(Said.NOTHING);
        return new AnswerRecord(
                criterion,
                said.value().isPresent() ? said.word() : null,
                said.reason(),
                said.note(),
                answer.map(Answer::version).orElse(0),
                answer.map(Answer::at).orElse(null),
                answer.map(Answer::name).orElse(null));
    }

    /// The strong tag of an answer: it changes with every save, and with nothing else.
    static String tag(Optional<Answer> answer) {
        return "\"" + answer.map(Answer::version).orElse(0) + "\"";
    }

    /// @throws Problem naming every field that cannot be saved
    Said said(Edition edition, Criterion criterion) {
        List<Fault> faults = new ArrayList<>();
        if (id != null && !id.equals(criterion.id())) {
            faults.add(
                    Fault.at(
                            "#/id",
                            Problem.Sentence.of("assessment.api.other-id", criterion.id())));
        }
        Optional<org.hoshimori.rules.Answer> meant =
                answer == null
                        ? Optional.empty()
                        : AnswerWords.answer(answer, edition, Optional.of(criterion));
        if (answer != null && meant.isEmpty()) {
            faults.add(
                    Fault.at(
                            "#/answer",
                            frame -> AnswerWords.scale(edition).in(frame.language().locale())));
        }
        String why = Objects.requireNonNullElse(reason, "");
        String how = Objects.requireNonNullElse(note, "");
        tooLong("#/reason", why, faults);
        tooLong("#/note", how, faults);
        if (!faults.isEmpty()) {
            throw new Problem(
                    Kind.INVALID, Problem.Sentence.of("api.problem.invalid.text"), faults);
        }
        return new Said(
                meant.map(org.hoshimori.rules.Answer::value),
                meant.map(org.hoshimori.rules.Answer::word).orElse(""),
                why,
                how);
    }

    private static void tooLong(String pointer, String text, List<Fault> faults) {
        if (text.length() > Said.LONGEST) {
            faults.add(
                    Fault.at(
                            pointer,
                            Problem.Sentence.of("assessment.api.length", 0, Said.LONGEST)));
        }
    }
}
