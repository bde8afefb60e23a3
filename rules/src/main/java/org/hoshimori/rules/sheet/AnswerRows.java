package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.NearMiss;
import org.hoshimori.rules.Placing;
import org.hoshimori.rules.Text;

/// Understands rows of id, answer and detail against an edition, and collects every fault.
final class AnswerRows {
    /// @param detail column of the detail, 0 for none
    /// @param level column of the level, 0 for none
    record Columns(int id, int answer, int detail, int level) {
        Columns(int id, int answer, int detail) {
            this(id, answer, detail, 0);
        }
    }

    private final Edition edition;
    private Table table;
    private final List<RowFault> faults = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Answer> criteria = new LinkedHashMap<>();
    private final Map<String, Answer> requirements = new LinkedHashMap<>();
    private final Map<String, Integer> aliases = new LinkedHashMap<>();
    private final SortedMap<String, String> levels = new TreeMap<>();
    private final SortedMap<String, String> places = new TreeMap<>();
    private boolean unknown;

    AnswerRows(Edition edition, Table table) {
        this.edition = edition;
        this.table = table;
    }

    /// The rows that follow stand in another table.
    void goOn(Table next) {
        this.table = next;
    }

    void notice(int line, int column, Text message) {
        notices.add(table.notice(line, column, message));
    }

    void fault(int line, int column, Text reason, Text remedy) {
        faults.add(table.fault(line, column, reason, remedy));
    }

    void add(Table.Row row, Columns columns) {
        add(
                row.line(),
                columns,
                row.cell(columns.id),
                row.cell(columns.answer),
                columns.detail == 0 ? "" : row.cell(columns.detail));
        if (edition.manner().placedByFile() && columns.level != 0) {
            String level = row.cell(columns.level);
            edition.meant(Spelling.id(row.cell(columns.id)))
                    .filter(id -> edition.criterion(id).isPresent())
                    .filter(_ -> !level.isBlank())
                    .ifPresent(id -> place(row.line(), columns.level, id, level));
        }
    }

    /// The file says which level asks a criterion.
    void place(int line, int column, String id, String typed) {
        String level = Spelling.level(typed);
        if (edition.level(level).isEmpty()) {
            List<String> known = edition.levels().stream().map(Level::id).toList();
            fault(
                    line,
                    column,
                    new Text("段階「" + typed + "」はありません", "there is no level " + typed),
                    new Text("使える値: " + known, "use one of " + known));
            return;
        }
        levels.put(id, level);
    }

    /// The file says in which requirement a criterion stands.
    void belongs(String id, String requirement) {
        places.put(id, requirement);
    }

    void add(int line, Columns columns, String typedId, String typedAnswer, String detail) {
        Optional<String> id = id(line, columns.id, typedId);
        Optional<Answer> value =
                value(line, columns.answer, typedAnswer, id.flatMap(edition::criterion));
        if (detail.length() > Limits.CELL_CHARACTERS) {
            fault(
                    line,
                    columns.detail,
                    new Text(
                            "理由・補足が長すぎます (32,767文字まで)",
                            "the detail is longer than 32,767 characters"),
                    new Text("短くしてください", "shorten it"));
        }
        if (id.isPresent() && value.isPresent()) {
            Answer answer = new Answer(value.get().value(), value.get().word(), detail);
            (edition.answerable(id.get()) ? criteria : requirements).put(id.get(), answer);
        }
    }

    private Optional<String> id(int line, int column, String typed) {
        Optional<String> meant = edition.meant(Spelling.id(typed));
        if (meant.isEmpty()) {
            unknown(line, column, typed, Spelling.id(typed));
            return Optional.empty();
        }
        String id = meant.get();
        if (!id.equals(typed)) {
            notice(
                    line,
                    column,
                    new Text(
                            "「" + typed + "」を " + id + " と読みました",
                            "\"" + typed + "\" was read as " + id));
        }
        Integer earlier = lines.putIfAbsent(id, line);
        if (earlier != null) {
            fault(
                    line,
                    column,
                    new Text(
                            id + " は" + earlier + "行目にもあります",
                            id + " stands in line " + earlier + " already"),
                    new Text("どちらかの行を消してください", "remove one of the two lines"));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private void unknown(int line, int column, String typed, String id) {
        unknown = true;
        Integer earlier = lines.putIfAbsent(id, line);
        if (typed.isBlank()) {
            fault(
                    line,
                    column,
                    new Text("番号がありません", "the id is missing"),
                    new Text(
                            "評価基準の番号を書くか、行を消してください",
                            "write the criterion's id, or remove the line"));
            return;
        }
        if (earlier != null) {
            return;
        }
        List<String> known = edition.answerableIds();
        Optional<Text> foreign = ForeignIds.scheme(id, known);
        Optional<String> meant = NearMiss.of(id.toUpperCase(Locale.ROOT), known);
        Text reason =
                new Text(
                        "評価基準「"
                                + typed
                                + "」は"
                                + edition.header().shortTitle().ja()
                                + " "
                                + edition.id()
                                + "版にありません",
                        "there is no criterion \""
                                + typed
                                + "\" in "
                                + edition.scheme()
                                + " "
                                + edition.id());
        Text remedy =
                foreign.map(scheme ->
                                new Text(
                                        scheme.ja() + "の番号のようです。制度を確かめてください",
                                        "it looks like an id of "
                                                + scheme.en()
                                                + ": check the scheme"))
                        .or(() ->
                                meant.map(m -> new Text(m + " のことですか", "did you mean " + m + "?")))
                        .orElse(
                                new Text(
                                        "番号を確かめてください (例: " + known.getFirst() + ")",
                                        "check the id (for example " + known.getFirst() + ")"));
        fault(line, column, reason, remedy);
    }

    private Optional<Answer> value(
            int line, int column, String typed, Optional<Criterion> criterion) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Answer> value = AnswerWords.answer(typed, edition, criterion);
        List<String> codes = AnswerWords.known(edition);
        if (value.isEmpty()) {
            fault(
                    line,
                    column,
                    new Text("回答「" + typed + "」は使えません", "\"" + typed + "\" is not an answer"),
                    NearMiss.of(Spelling.word(typed), codes)
                            .map(m -> new Text(m + " のことですか", "did you mean " + m + "?"))
                            .orElse(AnswerWords.scale(edition)));
        } else if (!codes.contains(typed)
                && !value.get().word().equals(typed)
                && aliases.merge(typed.strip(), 1, Integer::sum) == 1) {
            notice(
                    line,
                    column,
                    new Text(
                            "「" + typed.strip() + "」を " + value.get().word() + " と読みました (以下同じ)",
                            "\""
                                    + typed.strip()
                                    + "\" is read as "
                                    + value.get().word()
                                    + " here and below"));
        }
        return value;
    }

    AnswerFile result(AnswerFile.Form form) {
        if (unknown && Draft.has(lines.size()) && edition.scheme().equals("scs")) {
            faults.addFirst(table.fault(1, 1, Draft.reason(lines.size(), edition), Draft.remedy()));
        }
        if (!faults.isEmpty()) {
            return new AnswerFile.Refused(faults);
        }
        requirements.forEach(this::spread);
        return new AnswerFile.Read(
                form, Answers.of(criteria), notices, new Placing(levels, places));
    }

    /// An answer to a requirement stands for those of its criteria that the file does not answer.
    private void spread(String requirement, Answer answer) {
        int spread = 0;
        for (Criterion criterion : edition.requirement(requirement).orElseThrow().criteria()) {
            if (!lines.containsKey(criterion.id())) {
                criteria.put(criterion.id(), answer);
                spread++;
            }
        }
        notice(
                lines.getOrDefault(requirement, 1),
                1,
                new Text(
                        "要求事項 " + requirement + " の回答を、個別の回答がない評価基準" + spread + "件に当てはめました",
                        "the answer to requirement %s was taken for %d of its criteria that have none of their own"
                                .formatted(requirement, spread)));
    }
}
