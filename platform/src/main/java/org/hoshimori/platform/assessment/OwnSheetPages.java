package org.hoshimori.platform.assessment;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.hoshimori.rules.sheet.RowFault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The operator's own copies of the schemes' sheets. Nothing is kept between the preview and taking
/// it over: the preview carries what was read.
@Controller
class OwnSheetPages {

    private final Templates templates;
    private final Editions editions;
    private final OwnSheets sheets;
    private final Clock clock;

    OwnSheetPages(Templates templates, Editions editions, OwnSheets sheets, Clock clock) {
        this.templates = templates;
        this.editions = editions;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/desk/operator/sheets")
    Page show(Frame frame, Actor actor) {
        OwnSheets.guard(actor);
        return page(frame, List.of(), "");
    }

    /// Shows what a file would bring.
    ///
    /// @param edition `scheme/edition`; empty: the one whose sheet it is
    @PostMapping("/desk/operator/sheets")
    Page preview(
            Frame frame,
            Actor actor,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String edition)
            throws IOException {
        OwnSheets.guard(actor);
        byte[] bytes = file.getBytes();
        String given = file.getOriginalFilename();
        String name = given == null ? "" : given.substring(0, Math.min(given.length(), 200));
        Edition meant =
                edition.isEmpty()
                        ? OfficialSheets.whose(bytes, described())
                                .orElseGet(() -> editions.newest("scs", today()))
                        : named(edition);
        return switch (OfficialSheets.read(name, bytes, meant)) {
            case OfficialSheet.Reading.Read read ->
                    new Page(
                            templates.assessmentSheetPreview(
                                    frame,
                                    meant,
                                    name,
                                    read.sheet(),
                                    Base64.getEncoder()
                                            .encodeToString(read.sheet().wording().bytes())));
            case OfficialSheet.Reading.Refused refused -> page(frame, refused.faults(), name);
        };
    }

    /// @param wording what the preview carried; empty to give up what was taken over
    @PostMapping("/desk/operator/sheets/keep")
    String keep(
            Frame frame,
            Actor actor,
            @RequestParam String edition,
            @RequestParam(defaultValue = "") String wording,
            RedirectAttributes redirect) {
        OwnSheets.guard(actor);
        Edition meant = named(edition);
        OfficialWording kept = wording.isEmpty() ? OfficialWording.none(meant) : carried(wording);
        if (!kept.scheme().equals(meant.scheme()) || !kept.edition().equals(meant.id())) {
            throw new NotFound();
        }
        Flash.leave(
                redirect,
                frame.say(
                        sheets.keep(actor, meant, kept)
                                ? wording.isEmpty()
                                        ? "assessment.sheets.given-up"
                                        : "assessment.sheets.taken"
                                : "assessment.sheets.waits"));
        return "redirect:/desk/operator/sheets";
    }

    private static OfficialWording carried(String wording) {
        try {
            return OfficialWording.of(Base64.getDecoder().decode(wording));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private Page page(Frame frame, List<RowFault> faults, String file) {
        return new Page(
                templates.assessmentSheets(frame, described(), faults, file),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Editions whose own sheet is described, those to begin with first.
    private List<Edition> described() {
        return editions.offered(today()).stream()
                .filter(edition -> edition.form().isPresent())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }

    private Edition named(String name) {
        String[] parts = name.split("/", 2);
        return Optional.of(parts)
                .filter(both -> both.length == 2)
                .flatMap(both -> editions.find(both[0], both[1]))
                .filter(edition -> edition.form().isPresent())
                .orElseThrow(NotFound::new);
    }
}
