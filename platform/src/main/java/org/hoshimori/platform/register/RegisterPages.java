package org.hoshimori.platform.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The register for people: search, companies, entries, and how to check all of it.
@Controller
class RegisterPages {

    private final Register register;
    private final Registrations registrations;
    private final Templates templates;
    private final Clock clock;

    RegisterPages(
            Register register, Registrations registrations, Templates templates, Clock clock) {
        this.register = register;
        this.registrations = registrations;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/register")
    Page search(Frame frame, Asked asked) {
        Listing listing = new Listing(asked, register.search(asked), today());
        return new Page(templates.registerSearch(frame, listing));
    }

    @GetMapping("/register/companies/{number:[0-9]{13}}")
    Page company(Frame frame, @PathVariable String number) {
        List<Written> history = register.ofCompany(number);
        if (history.isEmpty()) {
            throw new NotFound();
        }
        return new Page(
                templates.registerCompany(
                        frame, registrations.ofCompany(number), history.reversed(), today()));
    }

    @GetMapping("/register/entries/{number:[0-9]{1,18}}")
    Page entry(Frame frame, @PathVariable long number) {
        Proven proven = register.proven(number).orElseThrow(NotFound::new);
        return new Page(templates.registerEntry(frame, proven, register.key()));
    }

    /// The proof as a file of its own: c2sp.org/tlog-proof.
    @GetMapping("/register/entries/{number:[0-9]{1,18}}/proof")
    ResponseEntity<String> proof(@PathVariable long number) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"entry-%d.tlog-proof\"".formatted(number))
                .body(register.proof(number).orElseThrow(NotFound::new).text());
    }

    @GetMapping("/register/log")
    Page log(Frame frame) {
        return new Page(templates.registerLog(frame, register.checkpoint(), register.key()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }
}
