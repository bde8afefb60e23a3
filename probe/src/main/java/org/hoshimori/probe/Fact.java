package org.hoshimori.probe;

import java.util.List;

/// One value that a check parsed out of what it saw. No fractions: the same bytes must come out on
/// every machine.
public sealed interface Fact {

    record Flag(boolean value) implements Fact {}

    record Count(long value) implements Fact {}

    record Word(String value) implements Fact {}

    record Words(List<String> values) implements Fact {
        public Words {
            values = List.copyOf(values);
        }
    }

    /// What a JSON value is as a fact.
    default Object plain() {
        return switch (this) {
            case Flag(boolean value) -> value;
            case Count(long value) -> value;
            case Word(String value) -> value;
            case Words(List<String> values) -> values;
        };
    }
}
