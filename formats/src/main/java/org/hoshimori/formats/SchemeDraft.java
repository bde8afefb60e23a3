package org.hoshimori.formats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.YamlText;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// What an imported document amounts to as an edition of a scheme, and its file
/// (docs/reference/scheme-format.md). Where the document has one language its words stand in both:
/// we translate nothing.
///
/// @param scheme id, such as `ism`
/// @param edition id, such as `2025.12.9`
/// @param date the document's own day, `YYYY-MM-DD`
/// @param source where it was taken from, in words
/// @param sha256 digest of the file that was given
public record SchemeDraft(
        String scheme,
        String edition,
        Text title,
        String date,
        String source,
        String sha256,
        List<DraftLevel> levels,
        List<DraftRequirement> requirements) {
    /// @param includes id of the level below, empty for none
    public record DraftLevel(String id, String includes, Text title) {}

    /// @param category id of the chapter
    /// @param categoryTitle its words
    public record DraftRequirement(
            String id,
            String category,
            Text categoryTitle,
            Text title,
            List<DraftCriterion> criteria) {
        public DraftRequirement {
            criteria = List.copyOf(criteria);
        }
    }

    /// @param help the document's own guidance
    /// @param evidence examples, may be empty
    public record DraftCriterion(
            String id, String level, Text text, @Nullable Text help, List<Text> evidence) {
        public DraftCriterion {
            evidence = List.copyOf(evidence);
        }
    }

    public SchemeDraft {
        levels = List.copyOf(levels);
        requirements = List.copyOf(requirements);
    }

    /// The same under other names.
    public SchemeDraft named(String scheme, String edition) {
        return new SchemeDraft(scheme, edition, title, date, source, sha256, levels, requirements);
    }

    public int criteria() {
        return requirements.stream().mapToInt(requirement -> requirement.criteria.size()).sum();
    }

    /// A word for ids: lower-case letters, digits, dots and hyphens, at most 60.
    public static String slug(String words) {
        String slug =
                Normalizer.normalize(words, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9.]+", "-")
                        .replaceAll("\\.{2,}", ".");
        String cut = slug.length() > 60 ? slug.substring(0, 60) : slug;
        String trimmed = cut.replaceAll("^[-.]+|[-.]+$", "");
        return trimmed.isEmpty() ? "imported" : trimmed;
    }

    /// Words of a document in one language.
    public static Text same(String words) {
        String any = words.isBlank() ? "?" : words;
        return new Text(any, any);
    }

    /// Digest of a file, 64 lower-case hex digits.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The scheme file.
    public byte[] yaml() {
        List<Tree> chapters = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (DraftRequirement requirement : requirements) {
            if (known.add(requirement.category)) {
                chapters.add(
                        Tree.of(
                                "id",
                                requirement.category,
                                "title",
                                both(requirement.categoryTitle)));
            }
        }
        Tree file =
                Tree.of(
                        "format",
                        new Tree.Leaf(Place.START, "1", Tree.Form.NUMBER),
                        "scheme",
                        scheme,
                        "edition",
                        edition,
                        "status",
                        "imported",
                        "title",
                        both(title),
                        "short_title",
                        both(title),
                        "valid_from",
                        date,
                        "sources",
                        List.of(
                                Tree.of(
                                        "id",
                                        "S1",
                                        "title",
                                        source,
                                        "sha256",
                                        sha256,
                                        "confidence",
                                        "B")),
                        "levels",
                        levels.stream().map(SchemeDraft::level).toList(),
                        "categories",
                        chapters,
                        "requirements",
                        requirements.stream().map(this::requirement).toList());
        byte[] heading =
                ("# 取り込んだ文書から作りました。手で直すと、次の取り込みで失われます。\n"
                                + "# Made from an imported document. Changes by hand are lost with the next import.\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] yaml = YamlText.write(file);
        byte[] whole = Arrays.copyOf(heading, heading.length + yaml.length);
        System.arraycopy(yaml, 0, whole, heading.length, yaml.length);
        return whole;
    }

    private static Tree both(Text words) {
        return both(words.ja(), words.en());
    }

    private static Tree both(String ja, String en) {
        return Tree.of("ja", ja.strip(), "en", en.strip());
    }

    private static Tree level(DraftLevel level) {
        return Tree.of(
                "id",
                level.id,
                "includes",
                level.includes,
                "title",
                both(level.title),
                "name",
                both(
                        "「" + level.title.ja() + "」が求める管理策をすべて満たしている。",
                        "Every control that \"" + level.title.en() + "\" asks is met."),
                "rule",
                "all-met",
                "assurance",
                both(
                        "取り込んだ文書は、確認する人も有効期間も定めていません。",
                        "The imported document names nobody who confirms, and no validity."),
                "confirmed_by",
                "self");
    }

    private Tree requirement(DraftRequirement requirement) {
        return Tree.of(
                "id",
                requirement.id,
                "category",
                requirement.category,
                "level",
                requirement.criteria.getFirst().level,
                "title",
                both(requirement.title),
                "status",
                "official",
                "confidence",
                "B",
                "criteria",
                requirement.criteria.stream().map(SchemeDraft::criterion).toList());
    }

    private static Tree criterion(DraftCriterion criterion) {
        Tree.Fields written =
                Tree.of(
                        "id",
                        criterion.id,
                        "level",
                        criterion.level,
                        "status",
                        "official",
                        "confidence",
                        "B",
                        "text",
                        both(criterion.text));
        if (criterion.help != null) {
            written = written.with("help", both(criterion.help));
        }
        return criterion.evidence.isEmpty()
                ? written
                : written.with(
                        "evidence",
                        Tree.of(
                                "ja",
                                criterion.evidence.stream().map(Text::ja).toList(),
                                "en",
                                criterion.evidence.stream().map(Text::en).toList()));
    }
}
