package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads the rule of a level: one word where the kind needs no figures, else a mapping with the
/// kind and its figures.
final class RuleReader {
    private enum KindOfRule implements Code {
        ALL_MET,
        LOWEST_OF_GROUPS,
        WEIGHTED_DEDUCTION,
        MARKS,
        SUM,
        AVERAGES,
        LETTER
    }

    private final Consistency consistency;

    RuleReader(Consistency consistency) {
        this.consistency = consistency;
    }

    LevelRule rule(Fields level) {
        if (!(level.at("rule") instanceof YamlNode.Mapping) || !level.has("rule")) {
            return level.parsed(
                    "rule",
                    LevelRule.AllMet.PLAIN,
                    RuleReader::plain,
                    new Text("規則 (all-met)", "a rule (all-met)"));
        }
        return level.map("rule", level.inner("rule"))
                .map(this::figures)
                .orElse(LevelRule.AllMet.PLAIN);
    }

    private static LevelRule plain(String word) {
        return switch (word) {
            case "all-met" -> LevelRule.AllMet.PLAIN;
            case "lowest-of-groups" -> new LevelRule.LowestOfGroups();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private LevelRule figures(Fields fields) {
        LevelRule rule =
                switch (fields.oneOf("kind", KindOfRule.values())) {
                    case ALL_MET -> new LevelRule.AllMet(fields.word("yes"), fields.word("no"));
                    case LOWEST_OF_GROUPS -> new LevelRule.LowestOfGroups();
                    case WEIGHTED_DEDUCTION -> deduction(fields);
                    case MARKS -> new LevelRule.Marks(setting(fields));
                    case SUM -> sum(fields);
                    case AVERAGES ->
                            new LevelRule.Averages(
                                    EditionReader.decimal(fields, "key"),
                                    fields.has("category")
                                            ? EditionReader.decimal(fields, "category")
                                            : null,
                                    EditionReader.decimal(fields, "total"));
                    case LETTER -> new LevelRule.Letter(setting(fields));
                };
        fields.close();
        return rule;
    }

    private String setting(Fields fields) {
        return consistency.reference("setting", fields, "setting");
    }

    private LevelRule deduction(Fields fields) {
        int maximum = fields.number("maximum", 1, 10_000);
        String prerequisite =
                fields.has("prerequisite")
                        ? consistency.reference("level", fields, "prerequisite")
                        : null;
        LevelRule.WeightedDeduction.Conditional conditional =
                fields.has("conditional")
                        ? fields.map("conditional", fields.inner("conditional"))
                                .map(RuleReader::conditional)
                                .orElse(null)
                        : null;
        return new LevelRule.WeightedDeduction(maximum, conditional, prerequisite);
    }

    private static LevelRule.WeightedDeduction.Conditional conditional(Fields fields) {
        BigDecimal share = EditionReader.decimal(fields, "share");
        int most = fields.number("most", 0, 1000);
        int days = fields.number("days", 1, 1000);
        fields.close();
        return new LevelRule.WeightedDeduction.Conditional(share, most, days);
    }

    private static LevelRule sum(Fields fields) {
        List<Band> bands = new ArrayList<>();
        for (Fields band : fields.maps("bands", "帯", "band")) {
            bands.add(
                    new Band(
                            EditionReader.id(band, "id"),
                            EditionReader.decimal(band, "at_least"),
                            band.text("title")));
            band.close();
        }
        Set<AnswerValue> accepts = EnumSet.noneOf(AnswerValue.class);
        fields.words("accepts")
                .forEach((node, word) ->
                        fields.oneOf(node, "accepts", word, AnswerValue.values())
                                .ifPresent(accepts::add));
        if (bands.isEmpty()) {
            fields.fault(fields.at("bands"), "「bands」が空です", "\"bands\" is empty");
        }
        return new LevelRule.Sum(bands, accepts);
    }
}
