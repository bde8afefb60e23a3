package org.hoshimori.probe.rating;

import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.Text;

/// What a rule is about.
public enum Category {
    EMAIL("メール", "E-mail"),
    TLS("暗号化通信 (TLS)", "Encryption (TLS)"),
    WEB("ウェブ", "Web"),
    DNS("名前解決 (DNS)", "Names (DNS)"),
    NETWORK("ネットワーク", "Network"),
    PATCHING("更新", "Patching"),
    EXPOSURE("公開物", "Exposure");

    private final Text title;

    Category(String ja, String en) {
        this.title = new Text(ja, en);
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
