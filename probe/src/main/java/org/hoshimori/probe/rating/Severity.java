package org.hoshimori.probe.rating;

import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.Text;

/// How much a rule weighs in its category; the worst first.
public enum Severity {
    CRITICAL("重大", "critical"),
    HIGH("高", "high"),
    MEDIUM("中", "medium"),
    LOW("低", "low");

    private final Text title;

    Severity(String ja, String en) {
        this.title = new Text(ja, en);
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Severity> named(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
