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
import org.springframework.web.bind.annotation.RequestParam;

/// The operator sees what an edition would do to all stored assessments, before it is in force.
@Controller
class EditionPages {

    private final Templates templates;
    private final Editions editions;
    private final Crossings crossings;
    private final EditionEffects effects;

    EditionPages(
            Templates templates, Editions editions, Crossings crossings, EditionEffects effects) {
        this.templates = templates;
        this.editions = editions;
        this.crossings = crossings;
        this.effects = effects;
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
        return new Page(
                templates.assessmentEditions(
                        frame, choices(), from, to, succession, succession.map(effects::of)));
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
