package org.hoshimori.platform.api;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every kind of refusal that programs may tell apart (docs/reference/api.md). What has none of
/// these types (`about:blank`) is told by its status alone.
public enum Kind {
    /// No token, or none that works (any more).
    NO_VALID_TOKEN(HttpStatus.UNAUTHORIZED),
    /// A reading token that writes.
    READING_TOKEN(HttpStatus.FORBIDDEN),
    /// The token's maker may not do this.
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    /// A legal act: a person does it, with a passkey.
    NEEDS_A_PERSON(HttpStatus.FORBIDDEN),
    /// What is sent is not the JSON it should be: not readable at all.
    NOT_JSON(HttpStatus.BAD_REQUEST),
    /// A parameter or header has a value that means nothing.
    BAD_PARAMETER(HttpStatus.BAD_REQUEST),
    /// Readable, but a field is missing, unknown or has a value it cannot have.
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /// Rows of a file of answers have faults; none was taken.
    ROWS_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /// A file cannot be evidence.
    EVIDENCE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /// `If-Match` is missing.
    NEEDS_IF_MATCH(HttpStatus.PRECONDITION_REQUIRED),
    /// Somebody saved meanwhile; `current` is what stands there now.
    STALE(HttpStatus.PRECONDITION_FAILED),
    /// Nothing may be written at this stage.
    CLOSED(HttpStatus.CONFLICT),
    /// Another request with the same idempotency key is still running.
    KEY_IN_USE(HttpStatus.CONFLICT),
    /// The idempotency key was used for another request.
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    Kind(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /// The end of its type and of its message keys.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The `type` of RFC 9457: the same on every instance, and not an address to look up.
    String type() {
        return "urn:hoshimori:problem:" + code();
    }
}
