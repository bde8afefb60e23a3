package org.hoshimori.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a set of answers amounts to, with all that is needed to recompute it: the rule (edition
/// with digest), the engine, the digest of the inputs.
///
/// @param asked level asked
/// @param ruling what the rule of the level asked makes of the answers
/// @param reached highest level reached, or the edition's word for none
/// @param missing what stands between the answers and the level asked, in catalogue order
/// @param groups per category of the level asked, in catalogue order; a category nobody asks is
///   absent
/// @param ignored ids that were answered but are not in this edition
/// @param settings figures that the operator chose; empty when all are as the file says
public record Evaluation(
        Edition edition,
        String asked,
        Ruling ruling,
        String reached,
        Counts counts,
        List<Missing> missing,
        Map<String, Group> groups,
        List<String> ignored,
        Answers answers,
        Map<String, BigDecimal> settings) {
    /// Version of the rules that are code, not data. Raised whenever the same inputs would give
    /// another result.
    public static final String ENGINE = "1";

    /// Level of a company that has reached none.
    public static final String NONE = "0";

    public Evaluation {
        missing = List.copyOf(missing);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        ignored = List.copyOf(ignored);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /// How the criteria of the level asked were answered. `met + notMet + partial + notApplicable +
    /// unanswered = total`: nothing ever leaves the denominator.
    ///
    /// @param unanswered not answered, or answered as unknown
    /// @param unknown those of `unanswered` that were answered as unknown
    /// @param withoutReason those of `notApplicable` that lack a reason and so do not count
    public record Counts(
            int total,
            int met,
            int notMet,
            int partial,
            int notApplicable,
            int unanswered,
            int unknown,
            int withoutReason) {
        /// How many pass the gate.
        public int passing() {
            return met + notApplicable - withoutReason;
        }
    }

    /// One category: how many of its criteria pass.
    ///
    /// @param met met
    /// @param notApplicable not applicable with a reason
    /// @param standing where it stands by itself: a level or a mean; null where the rule knows none
    public record Group(int met, int notApplicable, int total, @Nullable String standing) {
        public Group(int met, int notApplicable, int total) {
            this(met, notApplicable, total, null);
        }
    }

    /// Whether the level asked is reached.
    public boolean met() {
        return ruling.open();
    }

    /// The scheme's own word for it: `met`, `conditional`, `pass`.
    public String status() {
        return ruling.status();
    }

    /// The score, where the rule gives one and the answers allow it.
    public Optional<BigDecimal> score() {
        return ruling.score() == null
                ? Optional.empty()
                : Optional.ofNullable(ruling.score().value());
    }

    /// The stretch of scores it falls in, where the rule knows any.
    public Optional<Band> band() {
        return Optional.ofNullable(ruling.band());
    }

    /// How the result came about, for people, in order.
    public List<Text> steps() {
        return ruling.steps();
    }

    /// The rule that was used: `scs/2026-03-27@sha256:…`.
    public String rule() {
        return edition.rule();
    }

    /// `sha256:` and the digest of the canonical form of level, answers and chosen settings.
    public String inputs() {
        return Inputs.digest(edition.index(), asked, answers, settings);
    }

    private void settings(Json json) {
        json.key("settings").object();
        settings.forEach((id, value) -> json.put(id, value));
        json.end();
    }

    /// The contract's JSON (docs/reference/command.md), the same bytes for the same inputs.
    public String json(Locale locale) {
        return json(locale, null, null);
    }

    /// The same with the days that the result sets ([Due]).
    ///
    /// @param assessed the day of the assessment; null for no days
    /// @param conditional the day of a conditional status before; null for none
    public String json(
            Locale locale, @Nullable LocalDate assessed, @Nullable LocalDate conditional) {
        Json json = new Json();
        json.object()
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("asked", asked)
                .put("status", status())
                .put("reached", reached);
        score(json, locale);
        json.key("counts")
                .object()
                .put("total", counts.total)
                .put("met", counts.met)
                .put("not_met", counts.notMet)
                .put("partial", counts.partial)
                .put("not_applicable", counts.notApplicable)
                .put("unanswered", counts.unanswered)
                .put("unknown", counts.unknown)
                .put("not_applicable_without_reason", counts.withoutReason)
                .end();
        json.key("missing").array();
        missing.forEach(each -> missing(each, json, locale));
        json.end();
        groups(json);
        json.key("explanation").array();
        steps().forEach(step -> json.value(step.in(locale)));
        json.end().key("ignored").array();
        ignored.forEach(json::value);
        json.end();
        if (!settings.isEmpty()) {
            settings(json);
        }
        if (assessed != null) {
            json.put("assessed", assessed.toString());
            Due.write(Due.of(this, assessed, conditional), json, locale);
        }
        return json.put("rule", rule())
                .put("engine", ENGINE)
                .put("inputs", inputs())
                .end()
                .toString();
    }

    private void score(Json json, Locale locale) {
        if (ruling.score() != null) {
            if (ruling.score().value() == null) {
                json.putNull("score");
            } else {
                json.put("score", ruling.score().value());
            }
            json.put("min", ruling.score().min()).put("max", ruling.score().max());
        }
        band().ifPresent(band ->
                json.put("band", band.id()).put("band_meaning", band.title().in(locale)));
    }

    private static void missing(Missing each, Json json, Locale locale) {
        json.object()
                .put("id", each.criterion().id())
                .put("requirement", each.criterion().requirement())
                .put("level", each.criterion().level())
                .put("answer", each.outcome().code())
                .put("why", each.outcome().why().in(locale))
                .put("completes", each.completes().in(locale))
                .put("weight", each.weight());
        if (each.deferrable() != null) {
            json.put("deferrable", each.deferrable());
        }
        json.end();
    }

    /// By level where groups have one (the contract's form), by counts elsewhere.
    private void groups(Json json) {
        json.key("groups").object();
        boolean levels =
                edition.level(asked).orElseThrow().rule() instanceof LevelRule.LowestOfGroups;
        groups.forEach((id, group) -> {
            if (levels && group.standing != null) {
                json.put(id, group.standing);
                return;
            }
            json.key(id)
                    .object()
                    .put("met", group.met)
                    .put("not_applicable", group.notApplicable)
                    .put("total", group.total);
            if (group.standing != null) {
                json.put("score", new BigDecimal(group.standing));
            }
            json.end();
        });
        json.end();
    }
}
