package org.hoshimori.platform.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what this is, and where to begin.
@Controller
class HomePages {

    private final Templates templates;
    private final List<HomeSection> sections;

    HomePages(Templates templates, List<HomeSection> sections) {
        this.templates = templates;
        this.sections = List.copyOf(sections);
    }

    @GetMapping("/")
    Page home(Frame frame) {
        List<JteModel> shown = sections.stream().map(section -> section.show(frame)).toList();
        return new Page(templates.webHome(frame, shown));
    }
}
