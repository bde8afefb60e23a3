package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.SheetForm;
import org.hoshimori.rules.SheetForm.Role;

/// Where the columns of a scheme's own sheet are, found by its form.
///
/// @param heading row of the headings, the lower one where there are two
/// @param upper the upper one
/// @param of one column a role, counted from 1
/// @param texts all columns that make up what is asked
/// @param details all columns that make up the detail, the one we write first
/// @param choices the columns of a sheet that has one for each answer, by the answer's word
/// @param last the last column with anything in it
record OfficialColumns(
        int heading,
        int upper,
        Map<Role, Integer> of,
        List<Integer> texts,
        List<Integer> details,
        Map<String, Integer> choices,
        int last) {
    /// How many columns are looked at: honest sheets have thirty.
    private static final int WIDEST = 100;

    private static final Set<Role> LISTS = Set.of(Role.TEXT, Role.DETAIL);

    /// Counts the different ids of the edition in a column.
    interface Counting {
        /// @param from first line that counts
        /// @param numbers whether bare numbers count as ids
        int in(int column, int from, boolean numbers);
    }

    int column(Role role) {
        return of.getOrDefault(role, 0);
    }

    boolean has(Role role) {
        return of.containsKey(role);
    }

    boolean answered() {
        return has(Role.ANSWER) || !choices.isEmpty();
    }

    /// Whether the sheet tells what is asked, and not only what was answered.
    boolean tells() {
        return has(Role.TEXT)
                || has(Role.LEVEL)
                || has(Role.REQUIREMENT)
                || has(Role.REQUIREMENT_TEXT);
    }

    /// The columns when the headings stand in `line`, or in `line` and the one below it; nothing
    /// when these are no headings of this form.
    ///
    /// @param ids counts the ids of the edition
    static Optional<OfficialColumns> at(
            Shown shown,
            int line,
            boolean two,
            SheetForm form,
            Edition edition,
            int last,
            Counting ids) {
        int below = two ? line + 2 : line + 1;
        Finding finding = new Finding(shown, line, two, Math.min(last, WIDEST));
        Map<Role, Integer> of = new EnumMap<>(Role.class);
        // Of several columns that are headed like an id, the one with the most ids is it: labels
        // and parts are numbered, too.
        finding.ids(form, below, ids).stream()
                .max(
                        Comparator.comparingInt((Integer column) -> ids.in(column, below, true))
                                .thenComparing(Comparator.reverseOrder()))
                .ifPresent(column -> of.put(Role.ID, finding.take(column)));
        if (of.isEmpty()) {
            return Optional.empty();
        }
        // One heading over a column for each answer is no column of answers.
        Map<String, Integer> choices = finding.choices(new OfficialWords(form, edition));
        finding.all(form.columns(Role.ANSWER)).stream()
                .filter(column -> !choices.containsValue(column))
                .findFirst()
                .ifPresent(column -> of.put(Role.ANSWER, finding.take(column)));
        boolean marked = !of.containsKey(Role.ANSWER);
        if (marked) {
            choices.values().forEach(finding::take);
        }
        for (Role role : Role.values()) {
            if (!LISTS.contains(role) && !of.containsKey(role) && role != Role.ANSWER) {
                finding.one(form.columns(role)).ifPresent(column -> of.put(role, column));
            }
        }
        List<Integer> texts = finding.each(form.columns(Role.TEXT));
        texts.stream().findFirst().ifPresent(column -> of.put(Role.TEXT, column));
        List<Integer> details = finding.each(form.columns(Role.DETAIL));
        return Optional.of(
                        new OfficialColumns(
                                below - 1,
                                line,
                                of,
                                texts,
                                details,
                                marked ? choices : Map.of(),
                                last))
                .filter(found -> found.answered() || found.tells());
    }

    /// The detail of an answer: what we write, and below it whatever the other columns add to it.
    /// What we wrote ourselves is therefore read back unchanged.
    String detail(Table.Row row) {
        StringBuilder detail = new StringBuilder();
        for (int column : details) {
            String more = row.cell(column);
            if (column == details.getFirst()) {
                detail.append(more);
            } else if (!more.isBlank() && detail.indexOf(more) < 0) {
                detail.append(detail.isEmpty() ? "" : "\n").append(more);
            }
        }
        return detail.toString();
    }

    /// Every column that serves something.
    Set<Integer> read() {
        Set<Integer> read = new HashSet<>(of.values());
        read.addAll(texts);
        read.addAll(details);
        read.addAll(choices.values());
        return read;
    }

    /// Looks for headings; no column serves twice.
    private static final class Finding {
        /// The lower row of headings first: it says it more closely.
        private final List<List<String>> levels = new ArrayList<>();

        private final Set<Integer> taken = new HashSet<>();

        Finding(Shown shown, int line, boolean two, int last) {
            for (int row = two ? line + 1 : line; row >= line; row--) {
                List<String> level = new ArrayList<>();
                for (int column = 1; column <= last; column++) {
                    level.add(Spelling.heading(shown.at(row, column)));
                }
                levels.add(level);
            }
        }

        int take(int column) {
            taken.add(column);
            return column;
        }

        /// The column of a role: where a fact tells its place, else by a whole heading, else by how
        /// one begins.
        Optional<Integer> one(List<SheetForm.Column> asked) {
            return all(asked).stream().findFirst().map(this::take);
        }

        /// One column for each of several of a role.
        List<Integer> each(List<SheetForm.Column> asked) {
            List<Integer> found = new ArrayList<>();
            asked.forEach(column -> one(List.of(column)).ifPresent(found::add));
            return List.copyOf(found);
        }

        /// All columns of a role that serve nothing yet, the likeliest first.
        List<Integer> all(List<SheetForm.Column> asked) {
            Set<Integer> found = new LinkedHashSet<>();
            for (SheetForm.Column each : asked) {
                if (each.at() != null) {
                    found.add(CellRange.column(each.at()));
                }
            }
            for (boolean whole : new boolean[] {true, false}) {
                for (SheetForm.Column each : asked) {
                    for (String word : each.words()) {
                        headed(Spelling.heading(word), whole, found);
                    }
                }
            }
            found.removeAll(taken);
            return List.copyOf(found);
        }

        /// Columns that are headed like an id, else those full of ids that are no bare numbers.
        List<Integer> ids(SheetForm form, int below, Counting ids) {
            List<Integer> headed = all(form.columns(Role.ID));
            if (form.heading() > 0
                    || headed.stream().anyMatch(c -> ids.in(c, below, true) >= form.least())) {
                return headed;
            }
            return IntStream.rangeClosed(1, levels.getFirst().size())
                    .boxed()
                    .filter(column -> ids.in(column, below, false) >= form.least())
                    .toList();
        }

        private void headed(String wanted, boolean whole, Set<Integer> found) {
            for (List<String> level : levels) {
                for (int i = 0; i < level.size(); i++) {
                    String heading = level.get(i);
                    if (heading.isEmpty()) {
                        continue;
                    }
                    if (whole
                            ? heading.equals(wanted)
                            : wanted.length() > 1 && heading.startsWith(wanted)) {
                        found.add(i + 1);
                    }
                }
            }
        }

        /// Two columns or more whose headings are answers.
        Map<String, Integer> choices(OfficialWords words) {
            Map<String, Integer> choices = new LinkedHashMap<>();
            for (List<String> level : levels) {
                for (int i = 0; i < level.size(); i++) {
                    int column = i + 1;
                    if (!level.get(i).isEmpty() && !taken.contains(column)) {
                        words.heading(level.get(i))
                                .ifPresent(word -> choices.putIfAbsent(word, column));
                    }
                }
            }
            return choices.size() > 1 ? choices : Map.of();
        }
    }
}
