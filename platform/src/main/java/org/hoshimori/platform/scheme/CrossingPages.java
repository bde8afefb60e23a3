package org.hoshimori.platform.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The crosswalks to read, open to all.
@Controller
class CrossingPages {

    private final Templates templates;
    private final Editions editions;
    private final Crossings crossings;
    private final Clock clock;

    CrossingPages(Templates templates, Editions editions, Crossings crossings, Clock clock) {
        this.templates = templates;
        this.editions = editions;
        this.crossings = crossings;
        this.clock = clock;
    }

    @GetMapping("/schemes/{scheme:[a-z-]+}/crosswalks")
    Page all(
            Frame frame,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String with) {
        Edition chosen = chosen(scheme, edition);
        List<Crossing> all = crossings.of(chosen);
        if (!with.isEmpty() && all.stream().noneMatch(each -> named(each, with))) {
            throw new NotFound();
        }
        return new Page(
                templates.schemeCrosswalks(
                        frame,
                        chosen,
                        all,
                        with.isEmpty()
                                ? all
                                : all.stream().filter(each -> named(each, with)).toList(),
                        with));
    }

    @GetMapping("/schemes/{scheme:[a-z-]+}/crosswalks/{criterion}")
    Page of(
            Frame frame,
            @PathVariable String scheme,
            @PathVariable String criterion,
            @RequestParam(defaultValue = "") String edition) {
        Edition chosen = chosen(scheme, edition);
        if (chosen.criterion(criterion).isEmpty() && chosen.requirement(criterion).isEmpty()) {
            throw new NotFound();
        }
        return new Page(
                templates.schemeCrossings(
                        frame,
                        chosen,
                        criterion,
                        Crossings.asks(chosen, criterion),
                        crossings.of(chosen).stream()
                                .filter(each -> each.here().equals(criterion))
                                .toList()));
    }

    private static boolean named(Crossing crossing, String with) {
        return crossing.other().scheme().equals(with);
    }

    private Edition chosen(String scheme, String edition) {
        return edition.isEmpty()
                ? editions.begun(scheme, LocalDate.ofInstant(clock.instant(), Frame.ZONE))
                        .orElseThrow(NotFound::new)
                : editions.find(scheme, edition).orElseThrow(NotFound::new);
    }
}
