package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.platform.scheme.Crossings;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.rules.Edition;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Works out effects part by part, each in a transaction of its own, on two threads: while one
/// judges, the other waits for the database. The part's row is locked meanwhile, and others skip
/// locked rows.
@Component
class EffectWork {

    private final EffectRuns runs;
    private final EditionEffects effects;
    private final Editions editions;
    private final Crossings crossings;
    private final TransactionTemplate transaction;

    EffectWork(
            EffectRuns runs,
            EditionEffects effects,
            Editions editions,
            Crossings crossings,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.effects = effects;
        this.editions = editions;
        this.crossings = crossings;
        this.transaction = transaction;
    }

    /// Does all that is left.
    @Scheduled(fixedDelay = 1000)
    void round() {
        if (!part()) {
            runs.end();
            return;
        }
        var second = Thread.ofVirtual().start(this::parts);
        parts();
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runs.end();
    }

    private void parts() {
        boolean another = true;
        while (another && !Thread.currentThread().isInterrupted()) {
            another = part();
        }
    }

    /// @return whether there was one
    boolean part() {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> runs.next().map(this::work).isPresent()));
    }

    private EffectRuns.Part work(EffectRuns.Part part) {
        Optional<Succession> succession = succession(part);
        if (succession.isEmpty()) {
            runs.outdated(part.run());
        } else {
            work(part, succession.get());
        }
        runs.done(part);
        return part;
    }

    private Optional<Succession> succession(EffectRuns.Part part) {
        Optional<Edition> before = byRule(part.beforeRule());
        Optional<Edition> after = byRule(part.afterRule());
        return before.isPresent() && after.isPresent()
                ? Optional.of(Succession.of(before.get(), after.get(), crossings.all()))
                : Optional.empty();
    }

    private Optional<Edition> byRule(String rule) {
        return editions.all().stream().filter(each -> each.rule().equals(rule)).findFirst();
    }

    private void work(EffectRuns.Part part, Succession succession) {
        Map<String, List<Stored>> byLevel = new TreeMap<>();
        runs.read(part, succession)
                .forEach(each ->
                        byLevel.computeIfAbsent(each.level(), _ -> new ArrayList<>()).add(each));
        Map<Stage, Map<Effect.Outcome, Integer>> counts = new EnumMap<>(Stage.class);
        byLevel.forEach((level, assessments) -> {
            if (succession.before().level(level).isEmpty()
                    || succession.after().level(level).isEmpty()) {
                return;
            }
            List<Effect.Outcome> outcomes = new ManyEffects(succession, level).of(assessments);
            List<Stored> lost = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                Stored each = assessments.get(i);
                counts.computeIfAbsent(each.stage(), _ -> new EnumMap<>(Effect.Outcome.class))
                        .merge(outcomes.get(i), 1, Integer::sum);
                boolean known = each.stage() == Stage.APPLIED || each.stage() == Stage.REGISTERED;
                if (known && outcomes.get(i).loses() && lost.size() < EditionEffects.NAMED) {
                    lost.add(each);
                }
            }
            lost.forEach(
                    each -> effects.name(part, each, Effect.of(succession, level, each.answers())));
        });
        effects.count(part, counts);
    }
}
