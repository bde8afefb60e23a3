package org.hoshimori.platform.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Crossings;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The operator sees what an edition would do to all stored assessments, before it is in force.
@Controller
class EditionPages {

    private final Templates templates;
    private final Editions editions;
    private final Crossings crossings;
    private final EditionEffects effects;
    private final EffectRuns runs;

    EditionPages(
            Templates templates,
            Editions editions,
            Crossings crossings,
            EditionEffects effects,
            EffectRuns runs) {
        this.templates = templates;
        this.editions = editions;
        this.crossings = crossings;
        this.effects = effects;
        this.runs = runs;
    }

    @GetMapping("/desk/operator/editions")
    Page show(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        if (!actor.operator()) {
            throw new NotFound();
        }
        Optional<Succession> succession = succession(from, to);
        Optional<EffectRun> last = succession.flatMap(runs::last);
        return new Page(
                templates.assessmentEditions(
                        frame,
                        choices(),
                        from,
                        to,
                        succession,
                        succession.flatMap(runs::going),
                        last,
                        last.map(effects::of)));
    }

    /// Has the effect worked out in the background.
    @PostMapping("/desk/operator/editions")
    String workOut(Actor actor, @RequestParam String from, @RequestParam String to) {
        if (!actor.operator()) {
            throw new NotFound();
        }
        runs.ask(actor, succession(from, to).orElseThrow(NotFound::new));
        return "redirect:/desk/operator/editions?from=" + from + "&to=" + to;
    }

    /// Schemes with more than one edition.
    private Map<String, List<Edition>> choices() {
        Map<String, List<Edition>> choices = new LinkedHashMap<>();
        for (Edition edition : editions.all()) {
            List<Edition> all = editions.of(edition.scheme());
            if (all.size() > 1) {
                choices.put(edition.scheme(), all);
            }
        }
        return choices;
    }

    /// Empty while nothing was chosen, or two of different schemes, or the same twice.
    private Optional<Succession> succession(String from, String to) {
        Optional<Edition> before = edition(from);
        Optional<Edition> after = edition(to);
        return before.isPresent()
                        && after.isPresent()
                        && before.get().scheme().equals(after.get().scheme())
                        && !before.equals(after)
                ? Optional.of(Succession.of(before.get(), after.get(), crossings.all()))
                : Optional.empty();
    }

    private Optional<Edition> edition(String word) {
        String[] parts = word.split("/", 2);
        return parts.length < 2 ? Optional.empty() : editions.find(parts[0], parts[1]);
    }
}
