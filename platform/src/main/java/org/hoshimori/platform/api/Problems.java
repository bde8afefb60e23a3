package org.hoshimori.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/// Answers with problem documents (RFC 9457), the same for what the guard at the door refuses and
/// for what a controller does.
@ControllerAdvice
class Problems {

    private final Frames frames;
    private final JsonMapper json;

    Problems(Frames frames, JsonMapper json) {
        this.frames = frames;
        this.json = json;
    }

    @ExceptionHandler(Problem.class)
    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        Frame frame = frames.of(request);
        var document = new LinkedHashMap<String, Object>();
        document.put("type", problem.kind().type());
        document.put("title", frame.say("api.problem." + problem.kind().code() + ".title"));
        document.put("status", problem.kind().status().value());
        document.put("detail", problem.detail().in(frame));
        document.put("instance", request.getRequestURI());
        if (!problem.errors().isEmpty()) {
            List<Object> errors = new ArrayList<>();
            problem.errors().forEach(fault -> errors.add(error(frame, fault)));
            document.put("errors", errors);
        }
        document.putAll(problem.members());
        byte[] bytes = json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        problem.headers()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(problem.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Map<String, Object> error(Frame frame, Fault fault) {
        var error = new LinkedHashMap<String, Object>();
        error.put("detail", fault.detail().in(frame));
        put(error, "pointer", fault.pointer());
        put(error, "parameter", fault.parameter());
        put(error, "line", fault.line());
        put(error, "column", fault.column());
        put(error, "cell", fault.cell());
        return error;
    }

    private static void put(Map<String, Object> error, String name, @Nullable Object value) {
        if (value != null) {
            error.put(name, value);
        }
    }
}
