package org.hoshimori.platform.certificate;

import java.io.IOException;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where anyone verifies a certificate; nothing that is sent here is kept.
@Controller
class VerifyPages {

    private final Checking checking;
    private final Templates templates;

    VerifyPages(Checking checking, Templates templates) {
        this.checking = checking;
        this.templates = templates;
    }

    @GetMapping("/verify")
    Page ask(Frame frame, @RequestParam(defaultValue = "") String number) {
        return page(
                frame,
                number,
                number.isBlank() ? Optional.empty() : Optional.of(checking.number(number)));
    }

    @PostMapping("/verify")
    Page verify(Frame frame, @RequestParam MultipartFile file) throws IOException {
        return page(
                frame,
                "",
                file.isEmpty() ? Optional.empty() : Optional.of(checking.file(file.getBytes())));
    }

    private Page page(Frame frame, String number, Optional<Verified> verified) {
        return new Page(templates.certificateVerify(frame, number, verified));
    }
}
