package org.hoshimori.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /// The same with criteria asked from other levels on.
    ///
    /// @param asked levels by criterion id; what is not named stays
    Contents placed(Map<String, String> asked) {
        return new Contents(
                manner,
                settings,
                deadlines,
                sources,
                levels,
                categories,
                requirements.stream().map(each -> each.placed(asked)).toList());
    }
}
