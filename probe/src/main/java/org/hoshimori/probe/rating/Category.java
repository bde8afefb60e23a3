package org.hoshimori.probe.rating;

import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.Text;

/// What a rule is about.
public enum Category {
    EMAIL("メール", "E-mail", "メール", "Mail"),
    TLS("暗号化通信 (TLS)", "Encryption (TLS)", "TLS", "TLS"),
    WEB("ウェブ", "Web", "ウェブ", "Web"),
    DNS("名前解決 (DNS)", "Names (DNS)", "DNS", "DNS"),
    NETWORK("ネットワーク", "Network", "通信口", "Ports"),
    PATCHING("更新", "Patching", "更新", "Patches"),
    EXPOSURE("公開物", "Exposure", "公開物", "Exposed");

    private final Text title;
    private final Text label;

    Category(String ja, String en, String shortJa, String shortEn) {
        this.title = new Text(ja, en);
        this.label = new Text(shortJa, shortEn);
    }

    /// A word for narrow columns.
    public Text label() {
        return label;
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Category> named(String word) {
        for (Category category : values()) {
            if (category.word().equals(word)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
