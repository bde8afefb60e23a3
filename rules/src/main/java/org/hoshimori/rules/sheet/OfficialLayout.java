package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.SheetForm;
import org.hoshimori.rules.SheetForm.Role;
import org.hoshimori.rules.Text;

/// One sheet of a workbook that is a scheme's own: its headings were found, and below them ids of
/// the edition. Blocks before the headings, headings in between and notes behind have no id and are
/// passed over.
final class OfficialLayout {
    /// How many rows are looked at for headings: a block about the company may stand before them.
    private static final int PREFACE = 60;

    /// A line of the sheet: the rows that share one cell of the id.
    ///
    /// @param id criterion or part in our spelling; what stands there when `known` is false
    record Line(String id, boolean known, List<Table.Row> rows) {
        Table.Row row() {
            return rows.getFirst();
        }
    }

    private final String sheet;
    private final Shown shown;
    private final Edition edition;
    private final OfficialColumns columns;
    private final List<Line> lines;

    private OfficialLayout(
            String sheet, Shown shown, Edition edition, OfficialColumns columns, List<Line> lines) {
        this.sheet = sheet;
        this.shown = shown;
        this.edition = edition;
        this.columns = columns;
        this.lines = lines;
    }

    /// The sheets of a workbook that have the form of the scheme's own, in the order of the tabs.
    static List<OfficialLayout> find(Workbook workbook, Edition edition) throws Unreadable {
        Optional<SheetForm> form = edition.form();
        List<OfficialLayout> found = new ArrayList<>();
        if (form.isPresent()) {
            Ids ids = new Ids(edition);
            for (String sheet : workbook.sheets()) {
                best(sheet, new Shown(workbook.table(sheet)), form.get(), edition, ids)
                        .ifPresent(found::add);
            }
        }
        return found.size() > 1 ? found.stream().map(OfficialLayout::named).toList() : found;
    }

    /// The same, with the name of the sheet in its faults.
    private OfficialLayout named() {
        Table table = table();
        Table named =
                new Table(
                        table.file() + "[" + sheet + "]",
                        table.sheet(),
                        table.rows(),
                        table.merged(),
                        table.dropDowns());
        return new OfficialLayout(sheet, new Shown(named), edition, columns, lines);
    }

    private static Optional<OfficialLayout> best(
            String sheet, Shown shown, SheetForm form, Edition edition, Ids ids) {
        List<Table.Row> rows = shown.table().rows();
        int last =
                Math.max(
                        form.free() - 1,
                        rows.stream().mapToInt(OfficialLayout::width).max().orElse(0));
        OfficialLayout best = null;
        for (Table.Row row : rows.subList(0, Math.min(rows.size(), PREFACE))) {
            if (form.heading() > 0 && row.line() != form.heading()) {
                continue;
            }
            for (boolean two : form.heading() > 0 ? List.of(false) : List.of(false, true)) {
                Optional<OfficialLayout> here =
                        OfficialColumns.at(
                                        shown,
                                        row.line(),
                                        two,
                                        form,
                                        edition,
                                        last,
                                        (column, from, numbers) ->
                                                distinct(shown, column, from, numbers, ids))
                                .map(columns ->
                                        new OfficialLayout(
                                                sheet,
                                                shown,
                                                edition,
                                                columns,
                                                lines(shown, columns, ids)));
                if (here.isPresent() && (best == null || here.get().weight() > best.weight())) {
                    best = here.get();
                }
            }
        }
        return Optional.ofNullable(best).filter(found -> found.lines.size() >= form.least());
    }

    private static int width(Table.Row row) {
        int width = row.cells().size();
        while (width > 0 && row.cell(width).isBlank()) {
            width--;
        }
        return width;
    }

    private static int distinct(Shown shown, int column, int from, boolean numbers, Ids ids) {
        Set<String> found = new HashSet<>();
        for (Table.Row row : shown.table().rows()) {
            if (row.line() >= from) {
                ids.in(row.cell(column), "")
                        .filter(id -> numbers || !id.matches("[0-9]+"))
                        .ifPresent(found::add);
            }
        }
        return found.size();
    }

    /// More ids decide, then more columns understood.
    private int weight() {
        return 100 * (int) lines.stream().filter(Line::known).count() + columns.read().size();
    }

    private static List<Line> lines(Shown shown, OfficialColumns columns, Ids ids) {
        List<Line> lines = new ArrayList<>();
        int column = columns.column(Role.ID);
        int part = columns.column(Role.PART);
        for (Table.Row row : shown.table().rows()) {
            int line = row.line();
            if (line <= columns.heading()) {
                continue;
            }
            String cell = shown.at(line, column);
            String letter = part == 0 ? "" : shown.at(line, part);
            boolean further =
                    !cell.isEmpty()
                            && shown.top(line, column) < line
                            && !lines.isEmpty()
                            && (letter.isEmpty() || shown.top(line, part) < line)
                            && shown.top(line, column)
                                    == shown.top(lines.getLast().row().line(), column);
            Optional<String> id = ids.in(cell, letter);
            if (further) {
                Line earlier = lines.removeLast();
                List<Table.Row> rows = new ArrayList<>(earlier.rows);
                rows.add(row);
                lines.add(new Line(earlier.id, earlier.known, List.copyOf(rows)));
            } else if (id.isPresent()) {
                lines.add(new Line(id.get(), true, List.of(row)));
            } else if (ids.alike(cell)) {
                lines.add(new Line(Spelling.id(cell), false, List.of(row)));
            }
        }
        return List.copyOf(lines);
    }

    /// The words above a column: of the lower heading where it has any.
    String heading(int column) {
        String lower = shown.at(columns.heading(), column);
        return (lower.isBlank() ? shown.at(columns.upper(), column) : lower)
                .strip()
                .replaceAll("\\s+", " ");
    }

    String sheet() {
        return sheet;
    }

    Table table() {
        return shown.table();
    }

    OfficialColumns columns() {
        return columns;
    }

    List<Line> lines() {
        return lines;
    }

    /// What stands in the column of `role`, merged cells and the further rows of a line included;
    /// empty where the sheet has no such column.
    String text(Line line, Role role) {
        List<Integer> places =
                role == Role.TEXT
                        ? columns.texts()
                        : columns.has(role) ? List.of(columns.column(role)) : List.of();
        List<String> all = new ArrayList<>();
        for (int column : places) {
            for (Table.Row row : line.rows) {
                String text = shown.at(row.line(), column).strip();
                if (!text.isEmpty() && !all.contains(text)) {
                    all.add(text);
                }
            }
        }
        return String.join("\n", all);
    }

    /// The level that a line names, by its number or its word.
    Optional<String> level(Line line) {
        return Optional.of(Spelling.level(text(line, Role.LEVEL)))
                .filter(level -> !level.isEmpty());
    }

    /// The requirement that a line names: by its id, by the number after the form's prefix, or by
    /// its title.
    Optional<String> requirement(Line line) {
        String typed = text(line, Role.REQUIREMENT);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String id = Spelling.id(typed);
        String number = id.replaceAll("^\\D*?([0-9]+).*$", "$1");
        String prefix = edition.form().orElseThrow().columns(Role.REQUIREMENT).getFirst().prefix();
        String words = Spelling.heading(typed).replaceAll("^[0-9]+", "");
        Map<String, Text> known = new LinkedHashMap<>();
        edition.published().requirements().forEach(each -> known.put(each.id(), each.title()));
        edition.form().orElseThrow().places().forEach(each -> known.put(each.id(), each.title()));
        return Stream.of(id, prefix + number)
                .filter(known::containsKey)
                .findFirst()
                .or(() ->
                        known.entrySet().stream()
                                .filter(each ->
                                        Spelling.heading(each.getValue().ja()).equals(words))
                                .map(Map.Entry::getKey)
                                .findFirst());
    }

    /// The faults that make the whole sheet unusable: those of the draft, and ids given twice.
    List<RowFault> faults(Map<String, Integer> seen) {
        if (edition.scheme().equals("scs")) {
            long basic = lines.stream().filter(l -> level(l).orElse("").equals("3")).count();
            boolean strange = lines.stream().anyMatch(line -> !line.known);
            int ids = Draft.has(lines.size()) ? lines.size() : (int) basic;
            if (Draft.has(ids) && (strange || lines.size() > edition.criteria().size())) {
                return List.of(
                        fault(columns.heading(), Draft.reason(ids, edition), Draft.remedy()));
            }
        }
        List<RowFault> faults = new ArrayList<>();
        for (Line line : lines) {
            Integer earlier = seen.putIfAbsent(line.id, line.row().line());
            if (earlier != null) {
                faults.add(
                        fault(
                                line.row().line(),
                                new Text(
                                        line.id + " は" + earlier + "行目にもあります",
                                        line.id + " stands in row " + earlier + " already"),
                                new Text(
                                        "公式のシートを取り直してください",
                                        "take a fresh copy of the official sheet")));
            }
        }
        return faults;
    }

    static List<RowFault> faults(List<OfficialLayout> layouts) {
        Map<String, Integer> seen = new HashMap<>();
        return layouts.stream().flatMap(each -> each.faults(seen).stream()).toList();
    }

    RowFault fault(int line, Text reason, Text remedy) {
        return table().fault(line, columns.column(Role.ID), reason, remedy);
    }
}
