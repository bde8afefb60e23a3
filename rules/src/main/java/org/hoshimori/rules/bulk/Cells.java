package org.hoshimori.rules.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerWords;

/// The cells of a table of many companies. Few texts occur in many cells: each is understood once a
/// column.
final class Cells {
    /// @param column where the answer belongs, as in [Columns]
    /// @param said empty when the cell says nothing
    record Cell(String id, int column, Outcome outcome, Optional<Answer> said) {}

    /// Texts remembered a column: free details are not.
    private static final int REMEMBERED = 1000;

    private final Edition edition;
    private final List<String> ids;
    private final int[] columns;
    private final List<Map<String, Cell>> known = new ArrayList<>();

    /// @param ids what each column answers, the column of companies apart
    Cells(Edition edition, List<String> ids) {
        this.edition = edition;
        this.ids = List.copyOf(ids);
        List<String> all = edition.answerableIds();
        this.columns = ids.stream().mapToInt(all::indexOf).toArray();
        ids.forEach(_ -> known.add(new HashMap<>()));
    }

    int size() {
        return columns.length;
    }

    String id(int place) {
        return ids.get(place);
    }

    /// What may be written.
    Text scale() {
        return AnswerWords.scale(edition);
    }

    /// Empty when the text is no answer.
    Optional<Cell> read(int place, String typed) {
        Cell found = known.get(place).get(typed);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<Cell> cell = understand(place, typed);
        if (known.get(place).size() < REMEMBERED) {
            cell.ifPresent(each -> known.get(place).put(typed, each));
        }
        return cell;
    }

    private Optional<Cell> understand(int place, String typed) {
        int colon = typed.indexOf(':');
        String word = (colon < 0 ? typed : typed.substring(0, colon)).strip();
        String detail = colon < 0 ? "" : typed.substring(colon + 1).strip();
        String id = ids.get(place);
        if (word.isEmpty() && detail.isEmpty()) {
            return Optional.of(new Cell(id, columns[place], Outcome.UNANSWERED, Optional.empty()));
        }
        return AnswerWords.answer(word, edition, edition.criterion(id))
                .map(answer -> new Answer(answer.value(), answer.word(), detail))
                .map(answer ->
                        new Cell(
                                id,
                                columns[place],
                                Outcome.of(answer).in(edition),
                                Optional.of(answer)));
    }
}
