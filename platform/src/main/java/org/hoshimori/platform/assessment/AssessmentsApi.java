package org.hoshimori.platform.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.Fault;
import org.hoshimori.platform.api.Keyset;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Once;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.api.Records;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's assessments for its programs: list, begin, look at.
@RestController
class AssessmentsApi {

    private final AssessmentRows rows;
    private final OwnAssessments own;
    private final Snapshots snapshots;
    private final Beginning beginning;
    private final Editions editions;
    private final Records records;
    private final Once once;
    private final Clock clock;
    private final String home;

    AssessmentsApi(
            AssessmentRows rows,
            OwnAssessments own,
            Snapshots snapshots,
            Beginning beginning,
            Editions editions,
            Records records,
            Once once,
            Clock clock,
            @Value("${hoshimori.public-url}") String home) {
        this.rows = rows;
        this.own = own;
        this.snapshots = snapshots;
        this.beginning = beginning;
        this.editions = editions;
        this.records = records;
        this.once = once;
        this.clock = clock;
        this.home = home.replaceAll("/+$", "");
    }

    /// Newest first.
    @GetMapping("/api/v1/assessments")
    ResponseEntity<String> list(
            Caller caller,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Keyset.limit(limit);
        if (after.isPresent()
                && rows.find(new AssessmentId(after.get()))
                        .filter(last -> last.organisation().equals(caller.company()))
                        .isEmpty()) {
            throw Keyset.unknownAfter();
        }
        List<AssessmentRecord> more =
                rows.of(caller.company(), after.map(AssessmentId::new), most + 1).stream()
                        .map(AssessmentRecord::of)
                        .toList();
        return records.tagged(Keyset.of(more, most, AssessmentRecord::id));
    }

    @PostMapping(path = "/api/v1/assessments", consumes = "application/json")
    ResponseEntity<String> begin(Caller caller, HttpServletRequest request) {
        var sent = records.read(request, AssessmentRecord.Begin.class);
        return once.run(
                caller,
                request,
                sent.digest(),
                () -> {
                    Edition edition = edition(sent.record());
                    AssessmentId id =
                            beginning.begin(
                                    caller.actor(),
                                    caller.company(),
                                    edition,
                                    sent.record().level());
                    return records.created(
                            "/api/v1/assessments/" + id,
                            AssessmentRecord.of(rows.find(id).orElseThrow()));
                });
    }

    @GetMapping("/api/v1/assessments/{id}")
    ResponseEntity<String> one(Frame frame, Caller caller, @PathVariable UUID id) {
        Assessment assessment = own.read(caller, id);
        return records.tagged(
                AssessmentRecord.of(assessment)
                        .with(
                                snapshots
                                        .of(assessment)
                                        .evaluation()
                                        .json(frame.language().locale())));
    }

    /// A declaration is the company's word and the others are signed: no key of a program gives
    /// them. The answer says where a person does it.
    @PostMapping("/api/v1/assessments/{id}/{act:declaration|confirmation|pledge|application}")
    void legalAct(Caller caller, @PathVariable UUID id, @PathVariable String act) {
        Assessment assessment = own.read(caller, id);
        String page =
                switch (act) {
                    case "declaration" -> "/declare";
                    case "confirmation" -> "/expert";
                    case "pledge" -> "/pledge";
                    default -> "/apply";
                };
        throw new Problem(Kind.NEEDS_A_PERSON)
                .with("page", home + "/assessments/" + assessment.id() + page);
    }

    /// @throws Problem naming the field, and what it may be
    private Edition edition(AssessmentRecord.Begin wanted) {
        List<Edition> offered = editions.offered(LocalDate.ofInstant(clock.instant(), Frame.ZONE));
        List<Edition> ofScheme =
                offered.stream().filter(each -> each.scheme().equals(wanted.scheme())).toList();
        if (ofScheme.isEmpty()) {
            throw wrong("#/scheme", offered.stream().map(Edition::scheme).distinct().toList());
        }
        String id = wanted.edition();
        Edition edition =
                ofScheme.stream()
                        .filter(each -> id == null || each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                wrong("#/edition", ofScheme.stream().map(Edition::id).toList()));
        if (edition.level(wanted.level()).isEmpty()) {
            throw wrong("#/level", edition.levels().stream().map(Level::id).toList());
        }
        return edition;
    }

    private static Problem wrong(String pointer, List<String> known) {
        return new Problem(
                Kind.INVALID,
                Problem.Sentence.of("api.problem.invalid.text"),
                List.of(
                        Fault.at(
                                pointer,
                                Problem.Sentence.of(
                                        "assessment.api.one-of",
                                        known.stream().collect(Collectors.joining(", "))))));
    }
}
