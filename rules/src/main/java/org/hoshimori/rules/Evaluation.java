package org.hoshimori.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a set of answers amounts to, with all that is needed to recompute it: the rule (edition
/// with digest), the engine, the digest of the inputs.
///
/// @param asked level asked
/// @param reached highest level whose gate is open, or `0`
/// @param missing what closes the gate of the level asked, in catalogue order
/// @param groups per category of the level asked, in catalogue order; a category nobody asks is
///   absent
/// @param ignored ids that were answered but are not in this edition
/// @param inputs `sha256:` and the digest of the canonical form of level and answers
public record Evaluation(
        Edition edition,
        String asked,
        boolean met,
        String reached,
        Counts counts,
        List<Missing> missing,
        Map<String, Group> groups,
        List<String> ignored,
        String inputs) {
    /// Version of the rules that are code, not data. Raised whenever the same inputs would give
    /// another result.
    public static final String ENGINE = "1";

    /// Level of a company that has reached none.
    public static final String NONE = "0";

    public Evaluation {
        missing = List.copyOf(missing);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        ignored = List.copyOf(ignored);
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
    public record Group(int met, int notApplicable, int total) {}

    /// The rule that was used: `scs/2026-03-27@sha256:…`.
    public String rule() {
        return edition.rule();
    }

    /// The contract's JSON (docs/reference/command.md), the same bytes for the same inputs.
    public String json(Locale locale) {
        Json json = new Json();
        json.object()
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("asked", asked)
                .put("status", met ? "met" : "not-met")
                .put("reached", reached);
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
        for (Missing each : missing) {
            json.object()
                    .put("id", each.criterion().id())
                    .put("requirement", each.criterion().requirement())
                    .put("level", each.criterion().level())
                    .put("answer", each.outcome().code())
                    .put("why", each.outcome().why().in(locale))
                    .put("completes", each.completes().in(locale))
                    .put("weight", Missing.WEIGHT)
                    .end();
        }
        json.end().key("groups").object();
        groups.forEach((category, group) ->
                json.key(category)
                        .object()
                        .put("met", group.met)
                        .put("not_applicable", group.notApplicable)
                        .put("total", group.total)
                        .end());
        json.end().key("ignored").array();
        ignored.forEach(json::value);
        return json.end()
                .put("rule", rule())
                .put("engine", ENGINE)
                .put("inputs", inputs)
                .end()
                .toString();
    }
}
