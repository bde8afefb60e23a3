package org.hoshimori.probe;

import java.util.List;

/// One value that a check parsed out of what it saw. No fractions: the same bytes must come out on
/// every machine.
public sealed interface Fact {

    record Flag(boolean value) implements Fact {
        @Override
        public Object plain() {
            return value;
        }
    }

    record Count(long value) implements Fact {
        @Override
        public Object plain() {
            return value;
        }
    }

    record Word(String value) implements Fact {
        @Override
        public Object plain() {
            return value;
        }
    }

    record Words(List<String> values) implements Fact {
        public Words {
            values = List.copyOf(values);
        }

        @Override
        public Object plain() {
            return values;
        }
    }

    /// What a JSON value is as a fact.
    Object plain();
}
