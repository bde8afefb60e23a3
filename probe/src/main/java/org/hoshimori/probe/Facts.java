package org.hoshimori.probe;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parsed values of one observation by name, sorted, so that equal facts are equal bytes.
public record Facts(SortedMap<String, Fact> byName) {

    public static final Facts NONE = new Facts(new TreeMap<>());

    public Facts {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public Optional<Fact> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean flag(String name) {
        return byName.get(name) instanceof Fact.Flag(boolean value) && value;
    }

    /// The number under this name, or `otherwise`.
    public long count(String name, long otherwise) {
        return byName.get(name) instanceof Fact.Count(long value) ? value : otherwise;
    }

    /// The text under this name, or an empty one.
    public String word(String name) {
        return byName.get(name) instanceof Fact.Word(String value) ? value : "";
    }

    /// The list under this name, or an empty one.
    public List<String> words(String name) {
        return byName.get(name) instanceof Fact.Words(List<String> values) ? values : List.of();
    }

    Map<String, Object> plain() {
        Map<String, Object> plain = new TreeMap<>();
        byName.forEach((name, fact) -> plain.put(name, fact.plain()));
        return plain;
    }

    public static Writer write() {
        return new Writer();
    }

    /// Collects facts one by one.
    public static final class Writer {
        private final SortedMap<String, Fact> byName = new TreeMap<>();

        private Writer() {}

        public Writer put(String name, boolean value) {
            return add(name, new Fact.Flag(value));
        }

        public Writer put(String name, long value) {
            return add(name, new Fact.Count(value));
        }

        public Writer put(String name, String value) {
            return add(name, new Fact.Word(value));
        }

        public Writer put(String name, Collection<String> values) {
            return add(name, new Fact.Words(List.copyOf(values)));
        }

        Writer add(String name, Fact fact) {
            byName.put(name, fact);
            return this;
        }

        public Facts done() {
            return new Facts(byName);
        }
    }
}
