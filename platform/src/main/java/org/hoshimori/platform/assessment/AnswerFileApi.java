package org.hoshimori.platform.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.Fault;
import org.hoshimori.platform.api.IfMatch;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Once;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.api.Records;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.hoshimori.rules.sheet.RowFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Many answers in one file, for programs: all of its rows, or none.
@RestController
class AnswerFileApi {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OwnAssessments own;
    private final Snapshots snapshots;
    private final AnswerBook book;
    private final Records records;
    private final Once once;
    private final TransactionTemplate transaction;

    AnswerFileApi(
            OwnAssessments own,
            Snapshots snapshots,
            AnswerBook book,
            Records records,
            Once once,
            TransactionTemplate transaction) {
        this.own = own;
        this.snapshots = snapshots;
        this.book = book;
        this.records = records;
        this.once = once;
        this.transaction = transaction;
    }

    /// An answer as it stood, or as it stands now.
    record SaidRecord(@Nullable String answer, String reason, String note) {
        static SaidRecord of(Said said) {
            return new SaidRecord(
                    said.value().isPresent() ? said.word() : null, said.reason(), said.note());
        }
    }

    record ChangeRecord(String id, SaidRecord before, SaidRecord after) {}

    record NoticeRecord(int line, int column, String detail) {}

    /// @param version of the assessment before anything of this file was saved: sent as `If-Match`
    ///   with the file itself, it is taken only if nothing else changed since it was shown
    /// @param read rows that were understood
    /// @param unchanged rows that say what stands there already
    /// @param not_asked ids that another level asks; they are left aside
    /// @param notices spellings that were accepted, and columns that were left aside
    record Taken(
            boolean dry_run,
            int version,
            int read,
            List<ChangeRecord> changes,
            int unchanged,
            List<String> not_asked,
            List<NoticeRecord> notices) {}

    /// @param dryRun shows what would change, and changes nothing
    @PostMapping(
            path = "/api/v1/assessments/{id}/answers",
            consumes = {"text/csv", XLSX})
    ResponseEntity<String> take(
            Frame frame,
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        byte[] bytes = Records.bytes(request, MOST_BYTES);
        Optional<IfMatch> seen = IfMatch.of(request);
        if (dryRun) {
            return java.util.Objects.requireNonNull(
                    transaction.execute(_ -> take(frame, caller, id, seen, bytes, true)));
        }
        return once.run(
                caller,
                request,
                Records.digest(bytes),
                () -> take(frame, caller, id, seen, bytes, false));
    }

    private ResponseEntity<String> take(
            Frame frame,
            Caller caller,
            UUID id,
            Optional<IfMatch> seen,
            byte[] bytes,
            boolean dryRun) {
        Assessment assessment = own.lock(caller, id);
        String tag = "\"" + assessment.version() + "\"";
        if (seen.filter(some -> !some.holds(tag)).isPresent()) {
            throw new Problem(Kind.STALE)
                    .with("current", AssessmentRecord.of(assessment))
                    .header(HttpHeaders.ETAG, tag);
        }
        Snapshot snapshot = snapshots.of(assessment);
        AnswerFile.Read read =
                switch (AnswerFiles.read("", bytes, snapshot.edition())) {
                    case AnswerFile.Read understood -> understood;
                    case AnswerFile.Refused refused ->
                            throw refused(
                                    refused.faults().stream().map(AnswerFileApi::fault).toList());
                };
        List<Transfer.Row> rows = Transfer.compare(snapshot, read.answers());
        List<Transfer.Row> asked = rows.stream().filter(Transfer.Row::asked).toList();
        List<Transfer.Row> changes = asked.stream().filter(Transfer.Row::differs).toList();
        check(assessment, changes);
        if (!dryRun) {
            book.save(
                    caller.actor(),
                    assessment.id(),
                    _ -> Transfer.changes(changes),
                    Cause.IMPORTED);
        }
        Locale locale = frame.language().locale();
        return records.done(
                new Taken(
                        dryRun,
                        assessment.version(),
                        rows.size(),
                        changes.stream()
                                .map(row ->
                                        new ChangeRecord(
                                                row.criterion(),
                                                SaidRecord.of(row.before()),
                                                SaidRecord.of(row.after())))
                                .toList(),
                        asked.size() - changes.size(),
                        rows.stream()
                                .filter(row -> !row.asked())
                                .map(Transfer.Row::criterion)
                                .toList(),
                        read.notices().stream()
                                .map(notice ->
                                        new NoticeRecord(
                                                notice.line(),
                                                notice.column(),
                                                notice.message().in(locale)))
                                .toList()));
    }

    private static void check(Assessment assessment, List<Transfer.Row> changes) {
        List<Transfer.Row> closed = changes.stream().filter(row -> !row.open()).toList();
        if (!closed.isEmpty()) {
            throw OwnAssessments.closed(assessment.stage())
                    .with("closed", closed.stream().map(Transfer.Row::criterion).toList());
        }
        List<Fault> tooLong =
                changes.stream()
                        .filter(row -> row.after().tooLong())
                        .map(row ->
                                Fault.of(
                                        row.criterion(),
                                        Problem.Sentence.of(
                                                "assessment.api.length", 0, Said.LONGEST)))
                        .toList();
        if (!tooLong.isEmpty()) {
            throw refused(tooLong);
        }
    }

    private static Problem refused(List<Fault> faults) {
        return new Problem(
                Kind.ROWS_REFUSED, Problem.Sentence.of("api.problem.rows-refused.text"), faults);
    }

    private static Fault fault(RowFault fault) {
        return Fault.at(
                fault.line(),
                fault.column(),
                fault.cell(),
                frame -> {
                    Locale locale = frame.language().locale();
                    return fault.reason().in(locale)
                            + frame.pick("。", "; ")
                            + fault.remedy().in(locale);
                });
    }
}
