package org.hoshimori.platform.assessment;

import java.util.Locale;

/// How far an assessment has come. After registration the certificate's states rule.
public enum Stage {
    /// Answers are being written.
    DRAFT,
    /// The company declares it (自己宣言): frozen, waiting for the expert.
    DECLARED,
    /// The expert returned some answers; only these are open.
    RETURNED,
    /// The expert confirmed the frozen assessment.
    CONFIRMED,
    /// The executive pledged (自己適合宣誓).
    PLEDGED,
    /// The registration was applied for.
    APPLIED,
    REGISTERED,
    /// The operator refused the application; the company may reopen the answers.
    REFUSED;

    /// The spelling in tables, JSON and message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Stage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether answers may be written at all; when returned, only the returned ones.
    public boolean open() {
        return this == DRAFT || this == RETURNED;
    }
}
