package org.hoshimori.platform.scheme;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Requirement;

/// A criterion that contains what was searched for, in whichever scheme.
public record Find(Edition edition, Requirement requirement, Criterion criterion) {

    /// The most that one page shows.
    public static final int MOST = 100;

    /// Those whose words, in either language, contain every word of the query; one more than
    /// [#MOST] when there are more.
    static List<Find> in(List<Edition> editions, String query) {
        List<String> words = Catalogue.words(query);
        List<Find> found = new ArrayList<>();
        for (Edition edition : editions) {
            for (Requirement requirement : edition.requirements()) {
                for (Criterion criterion : requirement.criteria()) {
                    String text = Catalogue.text(edition, requirement, criterion);
                    if (words.stream().allMatch(text::contains)) {
                        found.add(new Find(edition, requirement, criterion));
                    }
                    if (found.size() > MOST) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /// The page that shows it, at its place.
    public String path() {
        return "/schemes/"
                + edition.scheme()
                + "?edition="
                + edition.id()
                + "&level="
                + level()
                + "#c-"
                + criterion.id();
    }

    private String level() {
        return edition.levels().stream()
                .filter(level -> edition.criteriaOf(level.id()).contains(criterion))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
