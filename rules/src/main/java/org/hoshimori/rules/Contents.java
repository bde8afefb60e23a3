package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lists of an edition's file, as they stand there.
record Contents(
        Manner manner,
        List<Setting> settings,
        List<Deadline> deadlines,
        List<Source> sources,
        List<Level> levels,
        List<Category> categories,
        List<Requirement> requirements) {
    Contents {
        settings = List.copyOf(settings);
        deadlines = List.copyOf(deadlines);
        sources = List.copyOf(sources);
        levels = List.copyOf(levels);
        categories = List.copyOf(categories);
        requirements = List.copyOf(requirements);
    }

    /// Those of an edition that builds on `base`: its lists, and then these.
    Contents after(Contents base) {
        return new Contents(
                manner,
                joined(base.settings, settings),
                joined(base.deadlines, deadlines),
                joined(base.sources, sources),
                joined(base.levels, levels),
                joined(base.categories, categories),
                joined(base.requirements, requirements));
    }

    private static <T> List<T> joined(List<T> base, List<T> own) {
        return Stream.concat(base.stream(), own.stream()).toList();
    }

    /// The same with criteria asked from other levels on and standing in other requirements.
    /// Requirements and categories that are left with nothing go.
    Contents placed(Placing placing, @Nullable SheetForm form) {
        if (placing.isEmpty()) {
            return this;
        }
        List<Requirement> all = ordered(form);
        Map<String, List<Criterion>> standing = new LinkedHashMap<>();
        for (Requirement requirement : requirements) {
            for (Criterion criterion : requirement.criteria()) {
                String place =
                        placing.requirements().getOrDefault(criterion.id(), requirement.id());
                standing.computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(placed(criterion, place, placing, form, all));
            }
        }
        List<String> ranks = levels.stream().map(Level::id).toList();
        List<Requirement> placed =
                all.stream()
                        .filter(each -> standing.containsKey(each.id()))
                        .map(each -> each.with(standing.getOrDefault(each.id(), List.of()), ranks))
                        .toList();
        Set<String> used = new HashSet<>();
        placed.forEach(each -> used.add(each.category()));
        return new Contents(
                manner,
                settings,
                deadlines,
                sources,
                levels,
                categories.stream().filter(each -> used.contains(each.id())).toList(),
                placed);
    }

    Contents worded(OfficialWording wording) {
        return new Contents(
                manner,
                settings,
                deadlines,
                sources,
                levels,
                categories,
                requirements.stream().map(each -> each.worded(wording)).toList());
    }

    /// The requirements, with those that only a sheet fills where they belong. As long as nothing
    /// fills them, some criterion has to stand in for theirs.
    private List<Requirement> ordered(@Nullable SheetForm form) {
        List<Requirement> all = new ArrayList<>(requirements);
        for (SheetForm.Place place : form == null ? List.<SheetForm.Place>of() : form.places()) {
            int after =
                    IntStream.range(0, all.size())
                            .filter(i -> all.get(i).id().equals(place.after()))
                            .findFirst()
                            .orElse(all.size() - 1);
            all.add(after + 1, place.with(requirements.getFirst().criteria()));
        }
        return all;
    }

    private Criterion placed(
            Criterion criterion,
            String place,
            Placing placing,
            @Nullable SheetForm form,
            List<Requirement> all) {
        String level = placing.levels().getOrDefault(criterion.id(), criterion.level());
        boolean told = placing.requirements().containsKey(criterion.id());
        Criterion at = criterion.at(level);
        if (!told || form == null || form.placed() == null) {
            return at;
        }
        Text title =
                all.stream()
                        .filter(each -> each.id().equals(place))
                        .findFirst()
                        .orElseThrow()
                        .title();
        return at.in(
                place,
                new Text(
                        said(form.placed().ja(), criterion.id(), title.ja()),
                        said(form.placed().en(), criterion.id(), title.en())));
    }

    private static String said(String template, String id, String requirement) {
        return template.replace("{id}", id).replace("{requirement}", requirement);
    }
}
