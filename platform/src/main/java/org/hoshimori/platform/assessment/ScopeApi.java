package org.hoshimori.platform.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.IfMatch;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.api.Records;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// The scope for programs: read and replaced whole.
@RestController
class ScopeApi {

    private final OwnAssessments own;
    private final ScopeRows rows;
    private final ScopeBook book;
    private final Records records;

    ScopeApi(OwnAssessments own, ScopeRows rows, ScopeBook book, Records records) {
        this.own = own;
        this.rows = rows;
        this.book = book;
        this.records = records;
    }

    @GetMapping("/api/v1/assessments/{id}/scope")
    ResponseEntity<String> one(Caller caller, @PathVariable UUID id) {
        return records.tagged(ScopeRecord.of(rows.of(own.read(caller, id).id())));
    }

    @PutMapping(path = "/api/v1/assessments/{id}/scope", consumes = "application/json")
    ResponseEntity<String> replace(
            Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        Assessment assessment = own.edit(caller, id);
        IfMatch seen = IfMatch.required(request);
        Scope wanted = records.read(request, ScopeRecord.class).record().scope();
        return switch (book.replace(
                caller.actor(), assessment.id(), scope -> seen.holds(tag(scope)), wanted)) {
            case ScopeBook.Replaced.Done(Scope scope) -> records.tagged(ScopeRecord.of(scope));
            case ScopeBook.Replaced.Stale(Scope current) ->
                    throw new Problem(Kind.STALE)
                            .with("current", ScopeRecord.of(current))
                            .header(HttpHeaders.ETAG, tag(current));
            case ScopeBook.Replaced.Closed(Stage stage) -> throw OwnAssessments.closed(stage);
        };
    }

    private String tag(Scope scope) {
        return records.tag(ScopeRecord.of(scope));
    }
}
