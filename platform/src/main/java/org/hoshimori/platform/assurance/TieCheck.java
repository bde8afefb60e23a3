package org.hoshimori.platform.assurance;

import static org.hoshimori.platform.assurance.CheckedTie.Result.CLEAR;
import static org.hoshimori.platform.assurance.CheckedTie.Result.FOUND;
import static org.hoshimori.platform.assurance.CheckedTie.Result.NOT_DECLARED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.rules.Text;

/// One rule against the facts: a pure function, so that anyone can repeat a stored check.
final class TieCheck {

    private static final Text NOT_YET =
            new Text("本人の申告はまだない。", "The expert has not declared this yet.");

    private TieCheck() {}

    static CheckedTie of(IndependenceRule rule, Facts facts, LocalDate day) {
        Map<String, Text> words = new HashMap<>();
        words.put("company", same(facts.company()));
        words.put("months", same("" + rule.months()));
        words.put(
                "employer",
                facts.employer()
                        .map(TieCheck::same)
                        .orElse(new Text("なし・自営", "none, self-employed")));
        words.put("officers", officers(facts));
        Optional<Declaration> said = facts.declaration();
        CheckedTie.Result result =
                switch (rule.tie()) {
                    case OWN_EMPLOYER ->
                            found(facts.employer().equals(Optional.of(facts.company())));
                    case MEMBER -> {
                        facts.role().ifPresent(role -> words.put("role", same(role)));
                        yield found(facts.role().isPresent());
                    }
                    case HELPER -> found(facts.helped());
                    case SAME_OFFICER -> {
                        boolean written =
                                facts.officers().stream().anyMatch(facts.expert()::sameAs);
                        words.put(
                                "officer",
                                written
                                        ? same(facts.expert().name())
                                        : new Text("本人の申告", "by the expert's declaration"));
                        yield written ? FOUND : declared(said, Declaration::officer);
                    }
                    case CAPITAL -> declared(said, Declaration::capital);
                    case ADVISER -> {
                        Optional<Advice> recent = recentAdvice(rule, facts, day);
                        recent.ifPresent(advice -> words.put("until", until(advice)));
                        yield recent.isPresent() ? FOUND : said.isPresent() ? CLEAR : NOT_DECLARED;
                    }
                };
        Text sentence =
                switch (result) {
                    case CLEAR -> IndependenceRule.fill(rule.clear(), words);
                    case FOUND -> IndependenceRule.fill(rule.found(), words);
                    case NOT_DECLARED -> NOT_YET;
                };
        return new CheckedTie(rule.tie(), rule.effect(), result, sentence);
    }

    /// The advice that still counts: it goes on, or `months` have not passed since its last day.
    private static Optional<Advice> recentAdvice(
            IndependenceRule rule, Facts facts, LocalDate day) {
        return facts.advice().stream()
                .filter(advice -> advice.company().equals(facts.company()))
                .filter(advice ->
                        advice.until().isEmpty()
                                || advice.until().get().plusMonths(rule.months()).isAfter(day))
                .findFirst();
    }

    private static Text until(Advice advice) {
        return advice.until()
                .map(day -> same(day.toString()))
                .orElse(new Text("現在も継続中", "still going on"));
    }

    private static Text officers(Facts facts) {
        String names =
                facts.officers().stream()
                        .map(Facts.Person::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? new Text("登録なし", "none registered") : same(names);
    }

    private static CheckedTie.Result declared(
            Optional<Declaration> said, java.util.function.Predicate<Declaration> tie) {
        return said.map(declaration -> found(tie.test(declaration))).orElse(NOT_DECLARED);
    }

    private static CheckedTie.Result found(boolean tied) {
        return tied ? FOUND : CLEAR;
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
