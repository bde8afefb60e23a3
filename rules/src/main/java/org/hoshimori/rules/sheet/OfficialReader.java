package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.Placing;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.SheetForm.Role;
import org.hoshimori.rules.Standing;
import org.hoshimori.rules.sheet.OfficialSheet.Difference;

/// Takes the wording of a scheme's own sheet, and compares it with our catalogue as it is
/// published.
final class OfficialReader {
    private final Edition edition;
    private final SortedMap<String, String> requirements = new TreeMap<>();
    private final SortedMap<String, String> criteria = new TreeMap<>();
    private final SortedMap<String, String> levels = new TreeMap<>();
    private final SortedMap<String, String> places = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    private OfficialReader(Edition edition) {
        this.edition = edition;
    }

    static OfficialSheet read(List<OfficialLayout> layouts, Edition known, String sha256) {
        OfficialReader reader = new OfficialReader(known.published());
        for (OfficialLayout layout : layouts) {
            layout.lines().forEach(line -> reader.read(layout, line));
        }
        return reader.sheet(sha256, OfficialAnswers.read(layouts, known));
    }

    private void read(OfficialLayout layout, OfficialLayout.Line line) {
        String text = layout.text(line, Role.TEXT);
        Optional<Criterion> ours = edition.criterion(line.id());
        if (ours.isEmpty()) {
            if (!line.known()) {
                differences.add(new Difference(Difference.Kind.UNKNOWN_ID, line.id(), "", text));
            }
            return;
        }
        found.add(line.id());
        if (!text.isEmpty()) {
            criteria.put(line.id(), text);
        }
        if (edition.manner().placedByFile()) {
            layout.level(line).ifPresent(level -> level(line.id(), level));
            layout.requirement(line)
                    .ifPresentOrElse(
                            place -> places.put(line.id(), place),
                            () -> unknownPlace(line.id(), layout.text(line, Role.REQUIREMENT)));
        } else {
            compare(layout, line, ours.get(), text);
        }
        String requirement = layout.text(line, Role.REQUIREMENT_TEXT);
        layout.requirement(line)
                .filter(_ -> !requirement.isEmpty())
                .ifPresent(id -> requirements.putIfAbsent(id, requirement));
    }

    private void level(String id, String level) {
        if (edition.level(level).isPresent()) {
            levels.put(id, level);
        } else {
            differences.add(new Difference(Difference.Kind.LEVEL, id, "", level));
        }
    }

    private void unknownPlace(String id, String named) {
        if (!named.isEmpty()) {
            differences.add(new Difference(Difference.Kind.REQUIREMENT, id, "", named));
        }
    }

    private void compare(
            OfficialLayout layout, OfficialLayout.Line line, Criterion ours, String text) {
        Optional<String> level = layout.level(line);
        if (level.isPresent() && !level.get().equals(ours.level())) {
            differences.add(
                    new Difference(Difference.Kind.LEVEL, line.id(), ours.level(), level.get()));
        }
        String row = Integer.toString(line.row().line());
        if (ours.row() != null && !row.equals(ours.row().toString())) {
            differences.add(
                    new Difference(Difference.Kind.ROW, line.id(), ours.row().toString(), row));
        }
        if (!text.isEmpty() && !text.equals(ours.text().ja())) {
            differences.add(
                    new Difference(Difference.Kind.WORDING, line.id(), ours.text().ja(), text));
        }
    }

    private OfficialSheet sheet(String sha256, AnswerFile answers) {
        if (edition.manner().placedByFile()) {
            counts();
        }
        if (!found.isEmpty()) {
            edition.criteria().stream()
                    .filter(criterion -> !found.contains(criterion.id()))
                    .map(c -> new Difference(Difference.Kind.MISSING_ID, c.id(), c.text().ja(), ""))
                    .forEach(differences::add);
        }
        return new OfficialSheet(
                new OfficialWording(
                        edition.scheme(),
                        edition.id(),
                        sha256,
                        requirements,
                        criteria,
                        new Placing(levels, places)),
                differences,
                answers);
    }

    /// The counts are public even where nothing else is: of each level, and of each requirement at
    /// the level that asks it first.
    private void counts() {
        Edition placed = edition.placed(new Placing(levels, new TreeMap<>()));
        for (Level level : levels.isEmpty() ? List.<Level>of() : edition.levels()) {
            long theirs =
                    placed.criteriaOf(level.id()).stream()
                            .filter(criterion -> levels.containsKey(criterion.id()))
                            .count();
            count(level.id(), edition.criteriaOf(level.id()).size(), theirs);
        }
        for (Requirement requirement : edition.requirements()) {
            if (requirement.status() == Standing.OFFICIAL && !places.isEmpty()) {
                long theirs =
                        places.entrySet().stream()
                                .filter(each -> each.getValue().equals(requirement.id()))
                                .map(Map.Entry::getKey)
                                .filter(id ->
                                        requirement.level().equals(levels.getOrDefault(id, "")))
                                .count();
                long ours =
                        requirement.criteria().stream()
                                .filter(each -> each.level().equals(requirement.level()))
                                .count();
                count(requirement.id(), ours, theirs);
            }
        }
    }

    private void count(String id, long ours, long theirs) {
        if (ours != theirs) {
            differences.add(
                    new Difference(
                            Difference.Kind.COUNT, id, Long.toString(ours), Long.toString(theirs)));
        }
    }
}
