package org.hoshimori.platform.web;

import org.hoshimori.pages.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what this is, and where to begin.
@Controller
class HomePages {

    private final Templates templates;

    HomePages(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/")
    Page home(Frame frame) {
        return new Page(templates.webHome(frame));
    }
}
