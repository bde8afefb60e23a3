package org.hoshimori.platform.api;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.web.Frame;
import org.springframework.http.HttpHeaders;

/// A program's request that is refused: RFC 9457, said in the language the program asked for.
///
/// Thrown, because a refusal must also undo what its transaction has begun.
public final class Problem extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /// A sentence that is said once the language is known.
    @FunctionalInterface
    public interface Sentence {
        String in(Frame frame);

        /// @param key of a text in the message files
        static Sentence of(String key, Object... arguments) {
            return frame -> frame.say(key, arguments);
        }
    }

    private final transient Kind kind;
    private final transient Sentence detail;
    private final transient List<Fault> errors;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    public Problem(Kind kind, Sentence detail, List<Fault> errors) {
        super(kind.code());
        this.kind = kind;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public Problem(Kind kind, Sentence detail) {
        this(kind, detail, List.of());
    }

    /// With the kind's own sentence.
    public Problem(Kind kind, Object... arguments) {
        this(kind, Sentence.of("api.problem." + kind.code() + ".text", arguments));
    }

    /// Adds a member of its own, for example what stands there now.
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Problem header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    Kind kind() {
        return kind;
    }

    Sentence detail() {
        return detail;
    }

    List<Fault> errors() {
        return errors;
    }

    Map<String, Object> members() {
        return members;
    }

    HttpHeaders headers() {
        return headers;
    }
}
