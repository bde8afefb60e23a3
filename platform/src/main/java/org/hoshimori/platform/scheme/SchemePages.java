package org.hoshimori.platform.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.OpenPaths;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.OfficialWording;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The catalogue, open to all.
@Controller
class SchemePages {

    private static final int LONGEST_QUERY = 100;

    private final Templates templates;
    private final Editions editions;
    private final Clock clock;

    SchemePages(Templates templates, Editions editions, Clock clock) {
        this.templates = templates;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/schemes/scs")
    Page browse(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level) {
        Edition edition = editions.newest("scs", LocalDate.ofInstant(clock.instant(), Frame.ZONE));
        String shown = edition.level(level).isPresent() ? level : edition.levels().getFirst().id();
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        return new Page(
                templates.schemeBrowse(
                        frame,
                        Catalogue.of(
                                edition,
                                editions.wording(edition)
                                        .map(OfficialWording::criteria)
                                        .map(Map::copyOf)
                                        .orElse(Map.of()),
                                shown,
                                query)));
    }

    @Bean
    static OpenPaths schemePaths() {
        return OpenPaths.of("/schemes/**");
    }
}
