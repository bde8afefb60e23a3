package org.hoshimori.rules;

import java.util.List;

/// YAML as it stands in the file: every node knows its place, so every fault can be shown there.
sealed interface YamlNode {
    /// Counted from 1.
    int line();

    /// Counted from 1.
    int column();

    record Scalar(int line, int column, String value) implements YamlNode {}

    record Sequence(int line, int column, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, int column, List<Entry> entries) implements YamlNode {}

    record Entry(Scalar key, YamlNode value) {}
}
