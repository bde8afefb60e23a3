package org.hoshimori.formats.tree;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document as a tree: values as they were spelled, members in their order. Immutable. Places do
/// not count for equality.
public sealed interface Tree {
    Place place();

    /// How a value was spelled, for writers that must spell it again without knowing its type.
    enum Form {
        TEXT,
        /// A number, spelled as JSON does.
        NUMBER,
        /// `true` or `false`.
        TRUTH,
        NOTHING
    }

    /// One value.
    record Leaf(Place place, String text, Form form) implements Tree {
        @Override
        public boolean equals(Object other) {
            return other instanceof Leaf leaf && text.equals(leaf.text) && form == leaf.form;
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /// A list.
    record Items(Place place, List<Tree> all) implements Tree {
        public Items {
            all = List.copyOf(all);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Items items && all.equals(items.all);
        }

        @Override
        public int hashCode() {
            return all.hashCode();
        }
    }

    /// Members by name. The order is kept, but does not count for equality.
    record Fields(Place place, Map<String, Tree> all) implements Tree {
        public Fields {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }

        public Optional<Tree> at(String name) {
            return Optional.ofNullable(all.get(name));
        }

        /// The text of a member that is one value, empty when there is none.
        public String text(String name) {
            return all.get(name) instanceof Leaf leaf ? leaf.text : "";
        }

        public boolean has(String name) {
            return all.containsKey(name);
        }

        /// The members of a list that are objects; a single object counts as a list of one.
        public List<Fields> each(String name) {
            return switch (all.get(name)) {
                case Items items ->
                        items.all.stream()
                                .filter(Fields.class::isInstance)
                                .map(Fields.class::cast)
                                .toList();
                case Fields one -> List.of(one);
                case null, default -> List.of();
            };
        }

        /// The values in a list, or a single one.
        public List<String> words(String name) {
            return switch (all.get(name)) {
                case Items items ->
                        items.all.stream()
                                .filter(Leaf.class::isInstance)
                                .map(item -> ((Leaf) item).text)
                                .toList();
                case Leaf one -> List.of(one.text);
                case null, default -> List.of();
            };
        }

        public Optional<Fields> object(String name) {
            return all.get(name) instanceof Fields found ? Optional.of(found) : Optional.empty();
        }

        /// The same with a member set; in its old place when it was there.
        public Fields with(String name, Tree value) {
            Map<String, Tree> changed = new LinkedHashMap<>(all);
            changed.put(name, value);
            return new Fields(place, changed);
        }

        public Fields without(String name) {
            Map<String, Tree> changed = new LinkedHashMap<>(all);
            changed.remove(name);
            return new Fields(place, changed);
        }

        /// The same with a list set, or taken away when it would be empty.
        public Fields withEach(String name, List<? extends Tree> items) {
            return items.isEmpty() ? without(name) : with(name, items(items));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fields fields && all.equals(fields.all);
        }

        @Override
        public int hashCode() {
            return all.hashCode();
        }
    }

    static Leaf text(String text) {
        return new Leaf(Place.START, text, Form.TEXT);
    }

    static Items items(List<? extends Tree> all) {
        return new Items(Place.START, List.copyOf(all));
    }

    /// An object of name and value by turns; a value is a tree, or text. What is empty text or an
    /// empty list is left out.
    static Fields of(Object... pairs) {
        Map<String, Tree> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String name = pairs[i].toString();
            switch (pairs[i + 1]) {
                case String text when text.isEmpty() -> {}
                case String text -> all.put(name, text(text));
                case Items items when items.all.isEmpty() -> {}
                case Tree tree -> all.put(name, tree);
                case List<?> list when list.isEmpty() -> {}
                case List<?> list ->
                        all.put(
                                name,
                                items(
                                        list.stream()
                                                .map(item ->
                                                        item instanceof Tree tree
                                                                ? tree
                                                                : text(item.toString()))
                                                .toList()));
                default -> throw new IllegalArgumentException(Arrays.toString(pairs));
            }
        }
        return new Fields(Place.START, all);
    }
}
