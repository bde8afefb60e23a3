package org.hoshimori.rules.sheet;

import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.AnswerWord;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Scale;
import org.hoshimori.rules.SheetForm;

/// How answers are written in a scheme's own sheet.
record OfficialWords(SheetForm form, Edition edition) {
    static OfficialWords of(SheetForm form, Edition edition) {
        return new OfficialWords(form, edition);
    }

    /// The answer's word for what somebody typed, where the form knows it; else what was typed.
    String meant(String typed) {
        return form.answer(Spelling.word(typed), Spelling::word).orElse(typed);
    }

    /// What a cell means.
    Optional<Answer> answer(String typed, Optional<Criterion> criterion) {
        return typed.isBlank()
                ? Optional.empty()
                : AnswerWords.answer(meant(typed), edition, criterion);
    }

    /// The answer that a heading is, where a sheet has a column for each.
    Optional<String> heading(String heading) {
        return form.answer(heading, Spelling::heading)
                .or(() ->
                        edition.manner().words().stream()
                                .filter(word ->
                                        Spelling.heading(word.title().ja()).equals(heading)
                                                || Spelling.heading(word.title().en())
                                                        .equals(heading)
                                                || word.aliases().stream()
                                                        .map(Spelling::heading)
                                                        .anyMatch(heading::equals))
                                .map(AnswerWord::word)
                                .findFirst());
    }

    /// What to write: as the form says, else the scheme's own word for people, else the mark.
    String written(Answer answer) {
        return form.written(answer.word())
                .or(() ->
                        edition.manner().words().stream()
                                .filter(word -> word.word().equals(answer.word()))
                                .map(word -> word.title().ja())
                                .filter(title -> reads(title, answer))
                                .findFirst())
                .or(() -> isCommon(answer) ? form.written(answer.value().code()) : Optional.empty())
                .orElseGet(() ->
                        isCommon(answer) && edition.manner().scale() == Scale.WORDS
                                ? AnswerWords.mark(answer.value())
                                : answer.word());
    }

    private static boolean isCommon(Answer answer) {
        return answer.word().equals(answer.value().code());
    }

    private boolean reads(String title, Answer answer) {
        return answer(title, Optional.empty())
                .filter(read -> read.word().equals(answer.word()))
                .isPresent();
    }

    /// The mark of a sheet with a column for each answer.
    static String tick() {
        return AnswerWords.mark(AnswerValue.MET);
    }
}
