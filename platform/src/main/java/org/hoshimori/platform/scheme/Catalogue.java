package org.hoshimori.platform.scheme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.Standing;
import org.hoshimori.rules.Text;

/// What the catalogue page shows: the criteria of a level that contain what was searched.
///
/// @param editions all of this scheme, newest first
/// @param official the official words (Japanese) by id, when this instance was given the official
///   sheet
/// @param query as typed; empty for all
/// @param found how many criteria
public record Catalogue(
        Edition edition,
        List<Edition> editions,
        Map<String, String> official,
        String level,
        String query,
        int found,
        List<Chapter> chapters) {

    /// A category with what was found in it.
    public record Chapter(Category category, List<Section> sections) {}

    /// A requirement with what was found in it.
    public record Section(Requirement requirement, List<Criterion> criteria) {}

    static Catalogue of(
            Edition edition,
            List<Edition> editions,
            Map<String, String> official,
            String level,
            String query) {
        List<String> words = words(query);
        List<Criterion> asked = edition.criteriaOf(level);
        int found = 0;
        List<Chapter> chapters = new ArrayList<>();
        for (Category category : edition.categories()) {
            List<Section> sections = new ArrayList<>();
            for (Requirement requirement : edition.requirementsOf(level)) {
                List<Criterion> criteria =
                        requirement.criteria().stream()
                                .filter(asked::contains)
                                .filter(criterion ->
                                        words.stream()
                                                .allMatch(
                                                        text(edition, requirement, criterion)
                                                                ::contains))
                                .toList();
                if (requirement.category().equals(category.id()) && !criteria.isEmpty()) {
                    sections.add(new Section(requirement, criteria));
                    found += criteria.size();
                }
            }
            if (!sections.isEmpty()) {
                chapters.add(new Chapter(category, sections));
            }
        }
        return new Catalogue(edition, editions, official, level, query, found, chapters);
    }

    public Optional<String> official(Criterion criterion) {
        return Optional.ofNullable(official.get(criterion.id()));
    }

    /// The class of the badge that says how sure a line is.
    public String style(Standing standing) {
        return switch (standing) {
            case OFFICIAL -> "good";
            case DERIVED -> "warn";
            case PROPOSAL -> "";
        };
    }

    /// How many at each level are official, how many not, in the colours of the badges.
    public long standing(Standing standing) {
        return edition.criteriaOf(level).stream().filter(c -> c.status() == standing).count();
    }

    static List<String> words(String query) {
        return List.of(plain(query).strip().split("\\s+"));
    }

    static String text(Edition edition, Requirement requirement, Criterion criterion) {
        var text = new StringBuilder(criterion.id());
        List<Text> parts = new ArrayList<>(List.of(requirement.title(), criterion.text()));
        if (criterion.help() != null) {
            parts.add(criterion.help());
        }
        edition.wording()
                .ifPresent(wording ->
                        parts.addAll(List.of(wording.text(requirement), wording.text(criterion))));
        for (Text part : parts) {
            text.append('\n').append(part.ja()).append('\n').append(part.en());
        }
        criterion
                .evidence()
                .forEach(
                        part -> text.append('\n').append(part.ja()).append('\n').append(part.en()));
        return plain(text.toString());
    }

    /// Full-width and half-width, upper and lower case are the same to somebody who searches.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
