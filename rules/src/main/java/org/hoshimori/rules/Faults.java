package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects every fault of one file; reading goes on after each.
final class Faults {
    private final String file;
    private final List<Fault> all = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, int column, Text message) {
        all.add(new Fault(file, line, column, message));
    }

    void add(YamlNode at, String ja, String en) {
        add(at.line(), at.column(), new Text(ja, en));
    }

    int count() {
        return all.size();
    }

    /// In the order of the file.
    List<Fault> all() {
        return all.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }
}
