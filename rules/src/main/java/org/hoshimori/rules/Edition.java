package org.hoshimori.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An edition (版) of a scheme: what it asks, exactly as one reviewed file says it. Immutable; two
/// editions are equal when their files are.
public final class Edition {
    /// What stands at the top of the file.
    ///
    /// @param validTo last day it may be used, null when open
    public record Header(
            String scheme,
            String edition,
            EditionStatus status,
            Text title,
            Text shortTitle,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private final Header header;
    private final List<Source> sources;
    private final List<Category> categories;
    private final List<Requirement> requirements;
    private final String sha256;
    private final List<Criterion> criteria;
    private final Map<String, Criterion> criteriaById = new LinkedHashMap<>();
    private final Map<String, Requirement> requirementsById = new LinkedHashMap<>();
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final Map<String, List<Criterion>> asked = new LinkedHashMap<>();

    Edition(
            Header header,
            List<Source> sources,
            List<Level> levels,
            List<Category> categories,
            List<Requirement> requirements,
            String sha256) {
        this.header = header;
        this.sources = List.copyOf(sources);
        this.categories = List.copyOf(categories);
        this.requirements = List.copyOf(requirements);
        this.sha256 = sha256;
        this.criteria = requirements.stream().flatMap(r -> r.criteria().stream()).toList();
        requirements.forEach(requirement -> requirementsById.put(requirement.id(), requirement));
        criteria.forEach(criterion -> criteriaById.put(criterion.id(), criterion));
        levels.forEach(level -> this.levels.put(level.id(), level));
        levels.forEach(level -> asked.put(level.id(), askedBy(level)));
    }

    private List<Criterion> askedBy(Level level) {
        Set<String> ids = new HashSet<>();
        for (Level next = level; next != null && ids.add(next.id()); ) {
            next = next.includes() == null ? null : levels.get(next.includes());
        }
        return criteria.stream().filter(criterion -> ids.contains(criterion.level())).toList();
    }

    /// The scheme's id, such as `scs`.
    public String scheme() {
        return header.scheme;
    }

    /// The edition's id inside its scheme, such as `2026-03-27`.
    public String id() {
        return header.edition;
    }

    /// Title, status and dates.
    public Header header() {
        return header;
    }

    /// Where the catalogue was taken from.
    public List<Source> sources() {
        return sources;
    }

    /// Lowest first.
    public List<Level> levels() {
        return List.copyOf(levels.values());
    }

    public Optional<Level> level(String id) {
        return Optional.ofNullable(levels.get(id));
    }

    public List<Category> categories() {
        return categories;
    }

    /// In catalogue order.
    public List<Requirement> requirements() {
        return requirements;
    }

    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(requirementsById.get(id));
    }

    /// All criteria in catalogue order.
    public List<Criterion> criteria() {
        return criteria;
    }

    public Optional<Criterion> criterion(String id) {
        return Optional.ofNullable(criteriaById.get(id));
    }

    /// The criteria that `level` asks, with those of the levels it includes, in catalogue order.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public List<Criterion> criteriaOf(String level) {
        List<Criterion> found = asked.get(level);
        if (found == null) {
            throw new IllegalArgumentException(rule() + " has no level " + level);
        }
        return found;
    }

    /// The requirements with at least one criterion that `level` asks, in catalogue order.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public List<Requirement> requirementsOf(String level) {
        Set<String> ids = new HashSet<>();
        criteriaOf(level).forEach(criterion -> ids.add(criterion.requirement()));
        return requirements.stream().filter(requirement -> ids.contains(requirement.id())).toList();
    }

    /// Digest of the file's bytes, 64 lower-case hex digits.
    public String sha256() {
        return sha256;
    }

    /// Names exactly these rules: `scs/2026-03-27@sha256:…`.
    public String rule() {
        return scheme() + "/" + id() + "@sha256:" + sha256;
    }

    /// Whether `day` lies in the days this edition may be used.
    public boolean validOn(LocalDate day) {
        return !day.isBefore(header.validFrom)
                && (header.validTo == null || !day.isAfter(header.validTo));
    }

    /// What `answers` amount to when `level` is asked: a pure function, well under a millisecond.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public Evaluation evaluate(String level, Answers answers) {
        return new Gates(this, answers).evaluate(level);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edition edition && sha256.equals(edition.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return rule();
    }
}
