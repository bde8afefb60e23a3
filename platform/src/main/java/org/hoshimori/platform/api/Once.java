package org.hoshimori.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Requests that happen once however often they are sent
/// (draft-ietf-httpapi-idempotency-key-header).
///
/// What was answered is written in the transaction of the effect, so that there is never one
/// without the other, on whichever instance. A refused request has changed nothing; its key is free
/// again.
@Component
public class Once {

    /// How long an answer is kept.
    static final Duration KEPT = Duration.ofHours(24);

    private static final String HEADER = "Idempotency-Key";

    /// A string of RFC 9651 in quotes, as the draft has it, or bare, as most programs send it.
    private static final Pattern FORM =
            Pattern.compile(
                    "\"([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})");

    private final OnceRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Once(OnceRows rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What was answered before, for whoever must do something before the effect.
    ///
    /// @param digest of the body
    /// @throws Problem when the key belongs to another request, or is none
    public Optional<ResponseEntity<String>> known(
            Caller caller, HttpServletRequest request, String digest) {
        return key(request).flatMap(key -> answered(caller, key, fingerprint(request, digest)));
    }

    /// Runs the effect in one transaction and keeps its answer, or gives the answer it had.
    ///
    /// @param digest of the body
    /// @throws Problem when the key belongs to another request, is none, or is in use just now
    public ResponseEntity<String> run(
            Caller caller,
            HttpServletRequest request,
            String digest,
            Supplier<ResponseEntity<String>> effect) {
        Optional<String> key = key(request);
        return Objects.requireNonNull(
                transaction.execute(_ ->
                        key.isEmpty()
                                ? effect.get()
                                : once(caller, key.get(), fingerprint(request, digest), effect)));
    }

    private ResponseEntity<String> once(
            Caller caller,
            String key,
            byte[] fingerprint,
            Supplier<ResponseEntity<String>> effect) {
        if (!rows.take(caller.company(), key)) {
            throw new Problem(Kind.KEY_IN_USE);
        }
        Optional<ResponseEntity<String>> before = answered(caller, key, fingerprint);
        if (before.isPresent()) {
            return before.get();
        }
        ResponseEntity<String> answer = effect.get();
        rows.keep(caller.company(), key, fingerprint, clock.instant(), answer);
        return answer;
    }

    private Optional<ResponseEntity<String>> answered(
            Caller caller, String key, byte[] fingerprint) {
        Optional<OnceRows.Kept> kept =
                rows.find(caller.company(), key, clock.instant().minus(KEPT));
        if (kept.filter(found -> !Arrays.equals(found.fingerprint(), fingerprint)).isPresent()) {
            throw new Problem(Kind.KEY_REUSED);
        }
        return kept.map(OnceRows.Kept::answer);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    @Transactional
    public void forgetOldOnes() {
        rows.forget(clock.instant().minus(KEPT));
    }

    private static Optional<String> key(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new Problem(
                    Kind.BAD_PARAMETER,
                    Problem.Sentence.of("api.problem.bad-parameter.text"),
                    List.of(Fault.of(HEADER, Problem.Sentence.of("api.fault.key"))));
        }
        return Optional.of(form.group(1) == null ? form.group(2) : form.group(1));
    }

    private static byte[] fingerprint(HttpServletRequest request, String digest) {
        String whole =
                String.join(
                        "\n",
                        request.getMethod(),
                        request.getRequestURI(),
                        Objects.requireNonNullElse(request.getQueryString(), ""),
                        digest);
        return HexFormat.of().parseHex(Records.digest(whole.getBytes(StandardCharsets.UTF_8)));
    }
}
