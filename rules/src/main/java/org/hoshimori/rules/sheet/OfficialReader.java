package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.OfficialSheet.Difference;

/// Compares the official sheet with our catalogue.
final class OfficialReader {
    private OfficialReader() {}

    static OfficialSheet read(OfficialLayout layout, Edition edition, String sha256) {
        SortedMap<String, String> requirements = new TreeMap<>();
        SortedMap<String, String> criteria = new TreeMap<>();
        List<Difference> differences = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (OfficialLayout.Line line : layout.lines()) {
            found.add(line.id());
            Optional<Criterion> ours = edition.criterion(line.id());
            if (ours.isEmpty()) {
                differences.add(
                        new Difference(
                                Difference.Kind.UNKNOWN_ID, line.id(), "", layout.text(line)));
                continue;
            }
            if (!layout.text(line).isEmpty()) {
                criteria.put(line.id(), layout.text(line));
            }
            compare(layout, line, ours.get(), differences);
            layout.requirement(line)
                    .filter(id -> edition.requirement(id).isPresent())
                    .filter(id -> !layout.requirementText(line).isEmpty())
                    .ifPresent(id -> requirements.putIfAbsent(id, layout.requirementText(line)));
        }
        edition.criteria().stream()
                .filter(criterion -> !found.contains(criterion.id()))
                .map(c -> new Difference(Difference.Kind.MISSING_ID, c.id(), c.text().ja(), ""))
                .forEach(differences::add);
        return new OfficialSheet(
                new OfficialWording(edition.scheme(), edition.id(), sha256, requirements, criteria),
                differences,
                layout.answers(edition));
    }

    private static void compare(
            OfficialLayout layout,
            OfficialLayout.Line line,
            Criterion ours,
            List<Difference> differences) {
        String level = layout.level(line);
        if (!level.equals(ours.level())) {
            differences.add(new Difference(Difference.Kind.LEVEL, line.id(), ours.level(), level));
        }
        String row = Integer.toString(line.row().line());
        if (ours.row() != null && !row.equals(ours.row().toString())) {
            differences.add(
                    new Difference(Difference.Kind.ROW, line.id(), ours.row().toString(), row));
        }
        if (!layout.text(line).equals(ours.text().ja())) {
            differences.add(
                    new Difference(
                            Difference.Kind.WORDING,
                            line.id(),
                            ours.text().ja(),
                            layout.text(line)));
        }
    }
}
