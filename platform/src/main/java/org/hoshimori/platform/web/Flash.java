package org.hoshimori.platform.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leaves a sentence for the page after a redirect.
public final class Flash {

    static final String NAME = "flash";

    private Flash() {}

    public static void leave(RedirectAttributes redirect, String sentence) {
        redirect.addFlashAttribute(NAME, sentence);
    }
}
