package org.hoshimori.platform.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.OpenPaths;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The schemes to browse, search and compare, open to all as they are public.
@Controller
class SchemePages {

    private static final int LONGEST_QUERY = 100;

    private final Templates templates;
    private final Editions editions;
    private final Crossings crossings;
    private final Clock clock;

    SchemePages(Templates templates, Editions editions, Crossings crossings, Clock clock) {
        this.templates = templates;
        this.editions = editions;
        this.crossings = crossings;
        this.clock = clock;
    }

    @GetMapping("/schemes")
    Page all(Frame frame, @RequestParam(defaultValue = "") String q) {
        String query = shortened(q);
        List<Edition> offered =
                editions.offered(today()).stream().map(each -> shown(frame, each)).toList();
        return new Page(
                templates.schemeAll(
                        frame,
                        offered,
                        query,
                        query.isBlank() ? List.of() : Find.in(offered, query),
                        crossings.bands()));
    }

    @GetMapping("/schemes/{scheme:[a-z-]+}")
    Page browse(
            Frame frame,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level) {
        List<Edition> all = editions.of(scheme).stream().map(each -> shown(frame, each)).toList();
        Edition chosen = shown(frame, chosen(scheme, edition));
        String shown = chosen.level(level).isPresent() ? level : chosen.levels().getFirst().id();
        return new Page(
                templates.schemeBrowse(
                        frame,
                        Catalogue.of(
                                chosen,
                                all,
                                chosen.wording()
                                        .map(OfficialWording::criteria)
                                        .map(Map::copyOf)
                                        .orElse(Map.of()),
                                shown,
                                shortened(q)),
                        crossings.of(chosen).stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Crossing::here, Collectors.counting()))));
    }

    @GetMapping("/schemes/{scheme:[a-z-]+}/compare")
    Page compare(
            Frame frame,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        List<Edition> all = editions.of(scheme).stream().map(each -> shown(frame, each)).toList();
        if (all.size() < 2) {
            throw new NotFound();
        }
        Edition after = shown(frame, chosen(scheme, to));
        Edition before =
                all.stream()
                        .filter(each ->
                                from.isEmpty() ? !each.equals(after) : each.id().equals(from))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return new Page(templates.schemeCompare(frame, Comparison.of(before, after), all));
    }

    /// The one asked for, else the one to begin with today, else the newest there is.
    private Edition chosen(String scheme, String edition) {
        if (!edition.isEmpty()) {
            return editions.find(scheme, edition).orElseThrow(NotFound::new);
        }
        return editions.begun(scheme, today()).orElseThrow(NotFound::new);
    }

    /// What the operator's own copy of a sheet brought is not ours to publish: strangers see the
    /// public edition.
    private static Edition shown(Frame frame, Edition edition) {
        return frame.visitor().isPresent() ? edition : edition.published();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }

    private static String shortened(String q) {
        return q.substring(0, Math.min(q.length(), LONGEST_QUERY));
    }

    @Bean
    static OpenPaths schemePaths() {
        return OpenPaths.of("/schemes", "/schemes/**");
    }
}
