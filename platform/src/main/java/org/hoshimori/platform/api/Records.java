package org.hoshimori.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Records in, records out: strict JSON whose faults are named by field, line and column, and
/// answers that carry a strong tag over their own bytes.
@Component
public class Records {

    /// The most a JSON body may have; the longest answer has a twentieth of it.
    static final int MOST_BYTES = 256 * 1024;

    private final JsonMapper json;
    private final JsonMapper strict;

    Records(JsonMapper json) {
        this.json = json;
        this.strict =
                json.rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .addModule(
                                new SimpleModule().addDeserializer(String.class, new PlainText()))
                        .build();
    }

    /// What was sent, as a record.
    ///
    /// @param digest SHA-256 of its bytes, hex
    public record Sent<T>(T record, String digest) {}

    /// @throws Problem when it is too large, not JSON, or not this record
    public <T> Sent<T> read(HttpServletRequest request, Class<T> type) {
        byte[] bytes = bytes(request, MOST_BYTES);
        try {
            T record = strict.readValue(bytes, type);
            if (record == null) {
                throw new Problem(
                        Kind.INVALID,
                        Problem.Sentence.of("api.problem.invalid.text"),
                        List.of(Fault.at("#", Problem.Sentence.of("api.fault.no-object"))));
            }
            return new Sent<>(record, digest(bytes));
        } catch (DatabindException e) {
            throw new Problem(
                    Kind.INVALID,
                    Problem.Sentence.of("api.problem.invalid.text"),
                    List.of(fault(e)));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /// The body whole, when it is not larger than `most` bytes.
    ///
    /// @throws Problem when it is
    public static byte[] bytes(HttpServletRequest request, int most) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Problem(Kind.TOO_LARGE, most / 1024);
            }
            return bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a request ended before its body did", e);
        }
    }

    /// A record with a tag over its bytes: the same content is the same tag, and Spring answers
    /// `If-None-Match` with 304.
    public ResponseEntity<String> tagged(Object record) {
        String text = text(record);
        return tagged(tag(text), text);
    }

    /// A record whose tag is known otherwise.
    public ResponseEntity<String> tagged(String tag, Object record) {
        return tagged(tag, text(record));
    }

    private static ResponseEntity<String> tagged(String tag, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(tag)
                .body(text);
    }

    public ResponseEntity<String> created(String location, Object record) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, location)
                .body(text(record));
    }

    public ResponseEntity<String> done(Object record) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text(record));
    }

    /// The strong tag of a record's bytes, with its quotes.
    public String tag(Object record) {
        return tag(text(record));
    }

    private static String tag(String text) {
        return "\"" + digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "\"";
    }

    String text(Object record) {
        return json.writeValueAsString(record);
    }

    /// SHA-256 in lower-case hex.
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Problem unreadable(JacksonException e) {
        var at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return new Problem(
                Kind.NOT_JSON,
                Problem.Sentence.of("api.problem.not-json.text"),
                List.of(
                        Fault.at(
                                line,
                                column,
                                null,
                                Problem.Sentence.of(
                                        e instanceof StreamReadException read
                                                        && read.getMessage() != null
                                                        && read.getMessage().contains("Duplicate")
                                                ? "api.fault.duplicate"
                                                : "api.fault.not-json"))));
    }

    private static Fault fault(DatabindException e) {
        String pointer =
                "#"
                        + e.getPath().stream()
                                .map(step ->
                                        "/"
                                                + (step.getPropertyName() == null
                                                        ? Integer.toString(step.getIndex())
                                                        : step.getPropertyName()
                                                                .replace("~", "~0")
                                                                .replace("/", "~1")))
                                .collect(Collectors.joining());
        var at = e.getLocation();
        Problem.Sentence why =
                switch (e) {
                    case UnrecognizedPropertyException unknown ->
                            Problem.Sentence.of(
                                    "api.fault.unknown-field",
                                    unknown.getPropertyName(),
                                    unknown.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", ")));
                    case InvalidFormatException _ -> Problem.Sentence.of("api.fault.value");
                    default ->
                            Problem.Sentence.of(
                                    String.valueOf(e.getOriginalMessage())
                                                    .startsWith("Missing required")
                                            ? "api.fault.missing-field"
                                            : "api.fault.kind");
                };
        return new Fault(
                why,
                pointer,
                null,
                at == null || at.getLineNr() < 1 ? null : at.getLineNr(),
                at == null || at.getColumnNr() < 1 ? null : at.getColumnNr(),
                null);
    }
}
