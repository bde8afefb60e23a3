package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;

/// Answers between a file and an assessment.
///
/// A file has one text beside an answer. For "not applicable" it is the reason, for every other
/// answer the note; an empty text in the file leaves what stands in the assessment.
public final class Transfer {

    private Transfer() {}

    /// One row of a file beside what stands now.
    ///
    /// @param version of the answer as it stands; 0 for none
    /// @param open whether it may be written now
    public record Row(
            String criterion, Said before, Said after, int version, boolean open, boolean asked) {

        public boolean differs() {
            return !before.equals(after);
        }

        /// Whether applying it changes anything.
        public boolean applies() {
            return differs() && open && asked;
        }
    }

    static Answers file(Map<String, Answer> answers) {
        Map<String, org.hoshimori.rules.Answer> out = new HashMap<>();
        answers.forEach((criterion, answer) ->
                answer.value()
                        .ifPresent(value ->
                                out.put(
                                        criterion,
                                        new org.hoshimori.rules.Answer(
                                                value,
                                                answer.said().word(),
                                                value == AnswerValue.NOT_APPLICABLE
                                                        ? answer.reason()
                                                        : answer.note()))));
        return Answers.of(out);
    }

    /// In catalogue order.
    static List<Row> compare(Snapshot snapshot, Answers file) {
        Edition edition = snapshot.edition();
        var asked = edition.criteriaOf(snapshot.assessment().level());
        List<Row> rows = new ArrayList<>();
        edition.criteria()
                .forEach(criterion ->
                        file.to(criterion.id())
                                .ifPresent(answer -> {
                                    Optional<Answer> now = snapshot.answer(criterion.id());
                                    Said before = now.map(Answer::said).orElse(Said.NOTHING);
                                    rows.add(
                                            new Row(
                                                    criterion.id(),
                                                    before,
                                                    said(before, answer),
                                                    now.map(Answer::version).orElse(0),
                                                    snapshot.open(criterion.id()),
                                                    asked.contains(criterion)));
                                }));
        return rows;
    }

    /// The changes of the rows that were chosen, each based on the version that was previewed.
    static Map<String, Change> changes(List<Row> rows, Map<String, Integer> versions) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Row row : rows) {
            Integer version = versions.get(row.criterion());
            if (version != null && row.asked()) {
                changes.put(row.criterion(), new Change(row.after(), version));
            }
        }
        return changes;
    }

    /// The changes of these rows, each based on what stood there when they were compared.
    static Map<String, Change> changes(List<Row> rows) {
        Map<String, Change> changes = new LinkedHashMap<>();
        rows.forEach(row -> changes.put(row.criterion(), new Change(row.after(), row.version())));
        return changes;
    }

    private static Said said(Said before, org.hoshimori.rules.Answer answer) {
        boolean reason = answer.value() == AnswerValue.NOT_APPLICABLE;
        String text = answer.detail();
        return new Said(
                Optional.of(answer.value()),
                answer.word(),
                reason && !text.isBlank() ? text : before.reason(),
                !reason && !text.isBlank() ? text : before.note());
    }
}
