package org.hoshimori.platform.organisation;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.web.Frame;

/// A company.
public record Organisation(
        OrganisationId id, CorporateNumber number, Profile profile, Instant createdAt) {

    public String name() {
        return profile.name();
    }

    /// As a page in this language calls it: the name in Latin letters in English, where there is
    /// one.
    public String name(Frame frame) {
        return frame.pick(name(), englishName().orElse(name()));
    }

    public String kana() {
        return profile.kana();
    }

    public Optional<String> englishName() {
        return profile.englishName();
    }

    /// JIS X 0401: `01` to `47`.
    public String prefecture() {
        return profile.prefecture();
    }

    /// The major division of 日本標準産業分類: `A` to `T`.
    public String industry() {
        return profile.industry();
    }

    public Size size() {
        return profile.size();
    }

    public Optional<URI> website() {
        return profile.website();
    }
}
