package org.hoshimori.probe.rating;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Malformed;

/// The door: rates bundles by one set of rules.
public final class Ratings {

    private final Rulebook rulebook;
    private final KnownFlaws flaws;
    private final Criteria criteria;
    private final Fixes fixes;

    private Ratings(Rulebook rulebook, KnownFlaws flaws, Criteria criteria, Fixes fixes) {
        this.rulebook = rulebook;
        this.flaws = flaws;
        this.criteria = criteria;
        this.fixes = fixes;
    }

    /// By the rules and the snapshot that come with this version.
    public static Ratings usual() {
        try {
            return new Ratings(
                    RulebookReader.read(own("rules.yaml")),
                    ownFlaws(),
                    Criteria.read(own("criteria.yaml")),
                    Fixes.read(own("fixes.yaml")));
        } catch (Malformed e) {
            throw new IllegalStateException(
                    "our own rules, line " + e.line() + ": " + e.problem(), e);
        }
    }

    /// The same with other rules.
    ///
    /// @throws Malformed with line and column
    public Ratings withRules(byte[] yaml) throws Malformed {
        return new Ratings(RulebookReader.read(yaml), flaws, criteria, fixes);
    }

    /// The same with another snapshot of flaws.
    public Ratings withVulnerabilities(KnownFlaws others) {
        return new Ratings(rulebook, others, criteria, fixes);
    }

    private static KnownFlaws ownFlaws() throws Malformed {
        FlawReader reader = new FlawReader();
        try {
            reader.add(new java.io.ByteArrayInputStream(own("vulnerabilities.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.done();
    }

    static byte[] own(String name) {
        try (InputStream in = Ratings.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rating with all that led to it.
    public Rating rating(Bundle bundle) {
        return Rating.of(bundle, rulebook, flaws);
    }

    /// The rating as one line of JSON.
    public String json(Bundle bundle) {
        return RatingJson.write(rating(bundle), criteria);
    }

    /// The rating as lines for people.
    public String text(Bundle bundle, Locale locale) {
        return RatingText.write(rating(bundle), locale);
    }

    /// What changed between two bundles, as JSON.
    public String comparison(Bundle before, Bundle after) {
        return new Comparison(rating(before), rating(after)).json();
    }

    /// What changed between two bundles, as lines for people.
    public String comparison(Bundle before, Bundle after, Locale locale) {
        return ComparisonText.write(new Comparison(rating(before), rating(after)), locale);
    }

    Rulebook rulebook() {
        return rulebook;
    }

    /// How to repair what its rules find.
    public Fixes fixes() {
        return fixes;
    }

    /// Criteria of schemes that its rules touch.
    public Criteria criteria() {
        return criteria;
    }

    KnownFlaws flaws() {
        return flaws;
    }
}
