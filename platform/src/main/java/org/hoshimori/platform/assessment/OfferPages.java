package org.hoshimori.platform.assessment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// All suggestions from other schemes on one page, to be looked at one by one.
@Controller
class OfferPages {

    private static final String ANSWER = "answer.";

    private final Templates templates;
    private final Heads heads;
    private final Offers offers;

    OfferPages(Templates templates, Heads heads, Offers offers) {
        this.templates = templates;
        this.heads = heads;
        this.offers = offers;
    }

    @GetMapping("/assessments/{id}/suggestions")
    Page show(Frame frame, Actor actor, @PathVariable UUID id) {
        var assessment = new AssessmentId(id);
        return new Page(
                templates.assessmentOffers(
                        frame, heads.of(actor, assessment), offers.of(actor, assessment)));
    }

    @PostMapping("/assessments/{id}/suggestions")
    String accept(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect) {
        Map<String, String> words = new HashMap<>();
        form.toSingleValueMap()
                .forEach((name, value) -> {
                    if (name.startsWith(ANSWER)) {
                        words.put(name.substring(ANSWER.length()), value);
                    }
                });
        var evidence = new HashSet<>(form.getOrDefault("evidence", java.util.List.of()));
        int touched = offers.accept(actor, new AssessmentId(id), evidence, words);
        Flash.leave(redirect, frame.say("assessment.offers.taken", touched));
        return "redirect:/assessments/" + id + "/suggestions";
    }
}
