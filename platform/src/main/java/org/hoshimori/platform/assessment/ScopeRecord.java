package org.hoshimori.platform.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.platform.api.Fault;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Problem;
import org.jspecify.annotations.Nullable;

/// A scope as programs read and send it: whole.
///
/// @param english the company's own English text; empty: it is made from the items
/// @param text what stands on the certificate; what is sent here and below is not looked at
/// @param gaps what is missing until it is complete
record ScopeRecord(
        @JsonProperty(required = true) List<Line> items,
        @Nullable String english,
        @Nullable String text,
        @Nullable Boolean complete,
        @Nullable List<String> gaps) {

    /// @param id of the line; what is sent is not looked at, a line is known by kind and name
    record Line(
            @Nullable String id,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) String name,
            @Nullable String detail) {}

    static ScopeRecord of(Scope scope) {
        return new ScopeRecord(
                scope.items().stream()
                        .map(item ->
                                new Line(
                                        item.id().toString(),
                                        item.kind().code(),
                                        item.name(),
                                        item.detail()))
                        .toList(),
                scope.english(),
                scope.text(),
                scope.complete(),
                scope.gaps().stream().map(Scope.Gap::code).toList());
    }

    /// @throws Problem naming every field that cannot be saved
    Scope scope() {
        List<Fault> faults = new ArrayList<>();
        List<Scope.Item> lines = new ArrayList<>();
        for (int i = 0; items != null && i < items.size(); i++) {
            item("#/items/" + i, items.get(i), faults).ifPresent(lines::add);
        }
        if (items == null) {
            faults.add(Fault.at("#/items", Problem.Sentence.of("api.fault.missing-field")));
        }
        String kept = plain(english);
        if (kept.length() > Said.LONGEST) {
            faults.add(
                    Fault.at(
                            "#/english",
                            Problem.Sentence.of("assessment.api.length", 0, Said.LONGEST)));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    Kind.INVALID, Problem.Sentence.of("api.problem.invalid.text"), faults);
        }
        return new Scope(lines, kept);
    }

    private static Optional<Scope.Item> item(String at, @Nullable Line line, List<Fault> faults) {
        if (line == null || line.kind() == null || line.name() == null) {
            faults.add(Fault.at(at, Problem.Sentence.of("api.fault.missing-field")));
            return Optional.empty();
        }
        Optional<Scope.Kind> kind = Scope.Kind.of(line.kind());
        String name = line.name().strip();
        String detail = plain(line.detail());
        int before = faults.size();
        if (kind.isEmpty()) {
            faults.add(
                    Fault.at(
                            at + "/kind",
                            Problem.Sentence.of(
                                    "assessment.api.one-of",
                                    Stream.of(Scope.Kind.values())
                                            .map(Scope.Kind::code)
                                            .collect(Collectors.joining(", ")))));
        }
        if (name.isEmpty() || name.length() > Scope.LONGEST) {
            faults.add(Fault.at(at + "/name", length(1)));
        }
        if (detail.length() > Scope.LONGEST) {
            faults.add(Fault.at(at + "/detail", length(0)));
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Scope.Item(UUID.randomUUID(), kind.orElseThrow(), name, detail));
    }

    private static Problem.Sentence length(int least) {
        return Problem.Sentence.of("assessment.api.length", least, Scope.LONGEST);
    }

    private static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
    }
}
