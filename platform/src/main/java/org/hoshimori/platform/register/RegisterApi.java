package org.hoshimori.platform.register;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Hash;
import org.hoshimori.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// The register for programs, in JSON. Answers carry an `ETag`; entries never change.
@RestController
@RequestMapping("/api/v1/register")
class RegisterApi {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Register register;
    private final Registrations registrations;

    RegisterApi(Register register, Registrations registrations) {
        this.register = register;
        this.registrations = registrations;
    }

    /// @param count how many there are in all
    record SearchAnswer(List<Item> items, long count, @Nullable String next) {}

    record Item(
            String certificate,
            String corporate_number,
            String name,
            String kana,
            @Nullable String english_name,
            String prefecture,
            String industry,
            String scheme,
            String edition,
            String level,
            String state,
            LocalDate valid_from,
            LocalDate valid_until,
            long entry) {

        static Item of(Registration one) {
            Company company = one.company();
            return new Item(
                    one.certificate(),
                    company.corporateNumber(),
                    company.name(),
                    company.kana(),
                    company.englishName().orElse(null),
                    company.prefecture(),
                    company.industry(),
                    one.scheme(),
                    one.edition(),
                    one.level(),
                    one.state().word(),
                    one.registeredOn(),
                    one.validUntil(),
                    one.entry());
        }
    }

    /// @param entry the canonical JSON whose bytes were hashed, as it is
    record EntryAnswer(long number, String leaf, @JsonRawValue String entry) {}

    record ProofAnswer(
            long number,
            long size,
            String leaf,
            List<String> path,
            String root,
            String checkpoint) {}

    record CompanyAnswer(List<Item> registrations, List<EntryAnswer> entries) {}

    @GetMapping("/registrations")
    @Nullable Object search(Asked asked, ServletWebRequest request) {
        if (!sortIsKnown(asked.sort())) {
            return unknownSort(asked.sort());
        }
        long size = register.checkpoint().head().size();
        // What a search finds changes only when the register grows.
        String tag = "W/\"%d-%08x\"".formatted(size, asked.hashCode());
        if (request.checkNotModified(tag)) {
            return null;
        }
        Found found = register.search(asked);
        return new SearchAnswer(
                found.registrations().stream().map(Item::of).toList(),
                found.count(),
                found.next().orElse(null));
    }

    @GetMapping("/companies/{number:[0-9]{13}}")
    CompanyAnswer company(@PathVariable String number) {
        List<EntryAnswer> entries =
                register.lines(number).stream().map(RegisterApi::answer).toList();
        if (entries.isEmpty()) {
            throw new NotFound();
        }
        List<Item> items = registrations.ofCompany(number).stream().map(Item::of).toList();
        return new CompanyAnswer(items, entries);
    }

    @GetMapping("/entries/{number:[0-9]{1,18}}")
    ResponseEntity<EntryAnswer> entry(@PathVariable long number) {
        Ledger.Line line = register.line(number).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag("\"" + line.leaf().hex() + "\"")
                .body(answer(line));
    }

    @GetMapping("/entries/{number:[0-9]{1,18}}/proof")
    ResponseEntity<ProofAnswer> proof(@PathVariable long number) {
        Proven proven = register.proven(number).orElseThrow(NotFound::new);
        EntryProof proof = proven.proof();
        long size = proof.inclusion().size();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + number + "-" + size + "\"")
                .body(
                        new ProofAnswer(
                                number,
                                size,
                                proven.leaf().base64(),
                                proof.inclusion().path().stream().map(Hash::base64).toList(),
                                proof.checkpoint().head().root().base64(),
                                proof.checkpoint().encoded()));
    }

    private static EntryAnswer answer(Ledger.Line line) {
        return new EntryAnswer(line.number(), line.leaf().base64(), line.content());
    }

    private static boolean sortIsKnown(String sort) {
        return sort.isEmpty() || Sort.of(sort.replaceFirst("^-", "")).isPresent();
    }

    private static ResponseEntity<ProblemDetail> unknownSort(String sort) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        "sort is one of name, kana, number, level, registered, until; with - before it backwards");
        problem.setTitle("Unknown sort: " + sort);
        problem.setInstance(URI.create("/api/v1/register/registrations"));
        return ResponseEntity.badRequest().body(problem);
    }
}
