package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The scope (適用範囲): what the assessment is about and what it leaves out, and why.
///
/// @param items in the order they were added
/// @param english the scope in English, written by the company; empty when it wrote none
public record Scope(List<Item> items, String english) {

    /// The longest text of a field, in characters.
    public static final int LONGEST = 500;

    /// The longest text of the whole scope, in characters: an entry of the register holds no more.
    public static final int LONGEST_TEXT = 10_000;

    /// What a line of the scope is about.
    public enum Kind {
        SITE,
        NETWORK,
        SYSTEM,
        CLOUD,
        EXCLUSION;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /// One line.
    ///
    /// @param detail where it is or what it is for; of an exclusion: the reason
    public record Item(UUID id, Kind kind, String name, String detail) {
        public Item {
            if (name.isBlank() || name.length() > LONGEST || detail.length() > LONGEST) {
                throw new IllegalArgumentException("not a line of a scope");
            }
        }
    }

    /// What keeps the scope from being complete.
    public enum Gap {
        NO_SITE,
        NO_NETWORK,
        /// Neither a system nor a cloud service.
        NO_SYSTEM,
        /// An exclusion lacks its reason.
        EXCLUSION_WITHOUT_REASON,
        /// The whole text is longer than [#LONGEST_TEXT].
        TOO_LONG;

        /// The end of its message keys.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Scope {
        items = List.copyOf(items);
    }

    public List<Item> of(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /// What is missing; empty when the scope is complete.
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (of(Kind.SITE).isEmpty()) {
            gaps.add(Gap.NO_SITE);
        }
        if (of(Kind.NETWORK).isEmpty()) {
            gaps.add(Gap.NO_NETWORK);
        }
        if (of(Kind.SYSTEM).isEmpty() && of(Kind.CLOUD).isEmpty()) {
            gaps.add(Gap.NO_SYSTEM);
        }
        if (of(Kind.EXCLUSION).stream().anyMatch(item -> item.detail().isBlank())) {
            gaps.add(Gap.EXCLUSION_WITHOUT_REASON);
        }
        if (text().length() > LONGEST_TEXT) {
            gaps.add(Gap.TOO_LONG);
        }
        return gaps;
    }

    public boolean complete() {
        return gaps().isEmpty();
    }

    /// The sentences that stand on the certificate, in Japanese.
    public String text() {
        return ScopeText.japanese(this);
    }

    /// The sentences that stand on the English certificate: the company's own, else generated.
    public String englishText() {
        return english.isBlank() ? ScopeText.english(this) : english;
    }
}
