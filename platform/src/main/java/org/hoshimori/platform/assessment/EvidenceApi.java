package org.hoshimori.platform.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.Fault;
import org.hoshimori.platform.api.Keyset;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Once;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.api.Records;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.Arrived;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.evidence.Examined;
import org.hoshimori.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/// The evidence of one answer, for programs: the same rules about size, kind and viruses as on the
/// page.
@RestController
@RequestMapping("/api/v1/assessments/{id}/answers/{criterion}/evidence")
class EvidenceApi {

    private final OwnAssessments own;
    private final Attachments attachments;
    private final Snapshots snapshots;
    private final EvidenceRoom room;
    private final AnswerBook book;
    private final Records records;
    private final Once once;

    EvidenceApi(
            OwnAssessments own,
            Attachments attachments,
            Snapshots snapshots,
            EvidenceRoom room,
            AnswerBook book,
            Records records,
            Once once) {
        this.own = own;
        this.attachments = attachments;
        this.snapshots = snapshots;
        this.room = room;
        this.book = book;
        this.records = records;
        this.once = once;
    }

    /// In the order it was attached; never so much that it needs pages, but in their form.
    @GetMapping
    ResponseEntity<String> list(
            Caller caller, @PathVariable UUID id, @PathVariable String criterion) {
        return records.tagged(
                new Keyset<>(
                        attached(caller, id, criterion).stream().map(EvidenceRecord::of).toList(),
                        null));
    }

    @GetMapping("/{evidence}")
    ResponseEntity<String> one(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @PathVariable EvidenceId evidence) {
        return records.tagged(
                EvidenceRecord.of(
                        attached(caller, id, criterion).stream()
                                .filter(each -> each.id().equals(evidence))
                                .findFirst()
                                .orElseThrow(NotFound::new)));
    }

    /// The file is the body; its name stands in `Content-Disposition`.
    @PostMapping
    ResponseEntity<String> body(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String criterion,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        String claimed = Objects.requireNonNullElse(request.getContentType(), "");
        if (claimed.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            // A form's body is read as parameters before anybody could take it for a file.
            throw new HttpMediaTypeNotSupportedException(
                    MediaType.APPLICATION_FORM_URLENCODED,
                    List.of(MediaType.APPLICATION_OCTET_STREAM, MediaType.MULTIPART_FORM_DATA));
        }
        String name =
                name(request.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                        .orElseThrow(() ->
                                new Problem(
                                        Kind.BAD_PARAMETER,
                                        Problem.Sentence.of("api.problem.bad-parameter.text"),
                                        List.of(
                                                Fault.of(
                                                        HttpHeaders.CONTENT_DISPOSITION,
                                                        Problem.Sentence.of(
                                                                "assessment.api.file-name")))));
        return add(
                caller, request, new Place(id, criterion), name, claimed, request.getInputStream());
    }

    /// The file is the only part that is a file.
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> part(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String criterion,
            MultipartHttpServletRequest request)
            throws IOException {
        List<MultipartFile> files =
                request.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (files.size() != 1) {
            throw new Problem(
                    Kind.INVALID,
                    Problem.Sentence.of("api.problem.invalid.text"),
                    List.of(Fault.of("file", Problem.Sentence.of("assessment.api.one-file"))));
        }
        MultipartFile file = files.getFirst();
        try (InputStream content = file.getInputStream()) {
            return add(
                    caller,
                    request,
                    new Place(id, criterion),
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    content);
        }
    }

    /// Detaches it from this answer; the company keeps it.
    @DeleteMapping("/{evidence}")
    ResponseEntity<Void> detach(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @PathVariable EvidenceId evidence) {
        Assessment assessment = own.edit(caller, id);
        if (attached(caller, id, criterion).stream()
                .noneMatch(each -> each.id().equals(evidence))) {
            throw new NotFound();
        }
        if (!book.detach(caller.actor(), assessment.id(), criterion, evidence)) {
            throw OwnAssessments.closed(assessment.stage());
        }
        return ResponseEntity.noContent().build();
    }

    private record Place(UUID assessment, String criterion) {}

    private ResponseEntity<String> add(
            Caller caller,
            HttpServletRequest request,
            Place place,
            String name,
            String claimed,
            InputStream content) {
        Assessment assessment = own.edit(caller, place.assessment());
        own.asked(assessment, place.criterion());
        // No transaction is open while bytes travel and are scanned.
        try (Arrived arrived =
                room.arrive(content)
                        .orElseThrow(() ->
                                new Problem(Kind.TOO_LARGE, EvidenceRoom.MOST_BYTES / 1024))) {
            String digest =
                    Records.digest(
                            String.join("\n", name, claimed, arrived.digest())
                                    .getBytes(StandardCharsets.UTF_8));
            Optional<ResponseEntity<String>> before = once.known(caller, request, digest);
            if (before.isPresent()) {
                return before.get();
            }
            if (!snapshots.of(assessment).open(place.criterion())) {
                throw OwnAssessments.closed(assessment.stage());
            }
            return switch (room.examine(caller.actor(), caller.company(), arrived, name, claimed)) {
                case Examined.Unfit(Added.Refused refused) -> throw refused(refused);
                case Examined.Fit fit ->
                        once.run(
                                caller,
                                request,
                                digest,
                                () -> keep(caller, assessment, place.criterion(), fit));
            };
        }
    }

    private ResponseEntity<String> keep(
            Caller caller, Assessment assessment, String criterion, Examined.Fit fit) {
        Evidence evidence = room.keep(caller.actor(), caller.company(), fit);
        if (!book.attach(caller.actor(), assessment.id(), criterion, evidence.id())) {
            throw OwnAssessments.closed(assessment.stage());
        }
        return records.created(
                UriComponentsBuilder.fromPath(
                                "/api/v1/assessments/{id}/answers/{criterion}/evidence/{evidence}")
                        .encode()
                        .buildAndExpand(assessment.id(), criterion, evidence.id())
                        .toUriString(),
                EvidenceRecord.of(evidence));
    }

    private List<Evidence> attached(Caller caller, UUID id, String criterion) {
        Assessment assessment = own.read(caller, id);
        own.asked(assessment, criterion);
        return attachments.of(assessment.id()).getOrDefault(criterion, List.of());
    }

    private static Problem refused(Added.Refused refused) {
        return new Problem(
                Kind.EVIDENCE_REFUSED,
                Problem.Sentence.of("api.problem.evidence-refused.text"),
                List.of(
                        Fault.of(
                                refused.name(),
                                Problem.Sentence.of(
                                        refused.reasonKey(), refused.arguments().toArray()))));
    }

    private static Optional<String> name(@org.jspecify.annotations.Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ContentDisposition.parse(header).getFilename())
                    .filter(name -> !name.isBlank());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
