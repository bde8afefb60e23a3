package org.hoshimori.platform.assessment;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.SheetForm;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.hoshimori.rules.sheet.RowFault;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Answers in and out of files. Nothing is kept between the preview and applying it: the preview
/// carries the rows and the versions they were compared with.
@Controller
class TransferPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Templates templates;
    private final Heads heads;
    private final Snapshots snapshots;
    private final AnswerBook book;

    TransferPages(Templates templates, Heads heads, Snapshots snapshots, AnswerBook book) {
        this.templates = templates;
        this.heads = heads;
        this.snapshots = snapshots;
        this.book = book;
    }

    @GetMapping("/assessments/{id}/import")
    Page choose(Frame frame, Actor actor, @PathVariable UUID id) {
        return new Page(
                templates.assessmentImport(
                        frame, heads.of(actor, new AssessmentId(id)), List.of(), ""));
    }

    @PostMapping("/assessments/{id}/import")
    Page preview(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String idColumn,
            @RequestParam(defaultValue = "") String answerColumn)
            throws IOException {
        Head head = open(actor, id);
        String name = name(file);
        Edition edition = named(head.edition(), idColumn, answerColumn);
        return switch (AnswerFiles.read(name, file.getBytes(), edition)) {
            case AnswerFile.Read read ->
                    new Page(
                            templates.assessmentPreview(
                                    frame,
                                    head,
                                    name,
                                    Transfer.compare(
                                            snapshots.of(head.assessment()), read.answers()),
                                    read.notices().stream()
                                            .map(notice -> notice.in(frame.language().locale()))
                                            .toList(),
                                    Base64.getEncoder()
                                            .encodeToString(
                                                    AnswerFiles.csv(
                                                            head.edition(),
                                                            head.assessment().level(),
                                                            read.answers()))));
            case AnswerFile.Refused refused -> refused(frame, head, name, refused.faults());
        };
    }

    /// @param take the rows that were chosen, each `criterion:version`
    @PostMapping("/assessments/{id}/import/apply")
    String apply(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String rows,
            @RequestParam(defaultValue = "") List<String> take,
            RedirectAttributes redirect) {
        Head head = open(actor, id);
        AnswerFile file = AnswerFiles.read("", Base64.getDecoder().decode(rows), head.edition());
        if (!(file instanceof AnswerFile.Read read)) {
            throw new NotFound();
        }
        Map<String, Integer> versions = new HashMap<>();
        for (String each : take) {
            String[] parts = each.split(":", 2);
            if (parts.length == 2 && parts[1].matches("[0-9]{1,9}")) {
                versions.put(parts[0], Integer.valueOf(parts[1]));
            }
        }
        Map<String, Saved> outcomes =
                book.save(
                        actor,
                        head.assessment().id(),
                        Transfer.changes(
                                Transfer.compare(snapshots.of(head.assessment()), read.answers()),
                                versions),
                        Cause.IMPORTED);
        long done = count(outcomes, Saved.Done.class);
        long stale = count(outcomes, Saved.Stale.class);
        Flash.leave(
                redirect,
                stale == 0
                        ? frame.say("assessment.import.done", done)
                        : frame.say("assessment.import.stale", done, stale));
        return "redirect:/assessments/" + id + (stale == 0 ? "" : "/history");
    }

    @GetMapping("/assessments/{id}/answers.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id) {
        Snapshot snapshot = snapshot(actor, id);
        return attachment(
                new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8),
                "answers.csv",
                AnswerFiles.csv(
                        snapshot.edition(),
                        snapshot.assessment().level(),
                        Transfer.file(snapshot.answers())));
    }

    @GetMapping("/assessments/{id}/answers.xlsx")
    ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable UUID id) {
        Snapshot snapshot = snapshot(actor, id);
        return attachment(
                XLSX,
                "answers.xlsx",
                AnswerFiles.xlsx(
                        snapshot.edition(),
                        snapshot.assessment().level(),
                        Transfer.file(snapshot.answers())));
    }

    /// Fills the answers into the person's own copy of the official sheet.
    @PostMapping("/assessments/{id}/official")
    Object official(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String idColumn,
            @RequestParam(defaultValue = "") String answerColumn)
            throws IOException {
        Snapshot snapshot = snapshot(actor, id);
        String name = name(file);
        return switch (OfficialSheets.fill(
                name,
                file.getBytes(),
                named(snapshot.edition(), idColumn, answerColumn),
                Transfer.file(snapshot.answers()))) {
            case OfficialSheet.Filling.Filled filled ->
                    attachment(XLSX, "filled.xlsx", filled.file());
            case OfficialSheet.Filling.Refused refused ->
                    refused(frame, heads.of(actor, new AssessmentId(id)), name, refused.faults());
        };
    }

    /// The edition with the columns of its sheet as a person named them.
    private static Edition named(Edition edition, String idColumn, String answerColumn) {
        SheetForm form = edition.form().orElseGet(() -> SheetForm.unknown(edition));
        SheetForm named =
                idColumn.isBlank() ? form : form.with(SheetForm.Role.ID, idColumn.strip());
        named =
                answerColumn.isBlank()
                        ? named
                        : named.with(SheetForm.Role.ANSWER, answerColumn.strip());
        return named.equals(form) ? edition : edition.with(named);
    }

    private Page refused(Frame frame, Head head, String name, List<RowFault> faults) {
        return new Page(
                templates.assessmentImport(frame, head, faults, name),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Head open(Actor actor, UUID id) {
        Head head = heads.of(actor, new AssessmentId(id));
        if (!head.mayEdit()) {
            throw new org.springframework.security.access.AccessDeniedException(
                    "reads this assessment, but does not answer it");
        }
        return head;
    }

    private Snapshot snapshot(Actor actor, UUID id) {
        return snapshots.of(heads.of(actor, new AssessmentId(id)).assessment());
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name.substring(0, Math.min(name.length(), 200));
    }

    private static long count(Map<String, Saved> outcomes, Class<? extends Saved> kind) {
        return outcomes.values().stream().filter(kind::isInstance).count();
    }

    private static ResponseEntity<byte[]> attachment(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
