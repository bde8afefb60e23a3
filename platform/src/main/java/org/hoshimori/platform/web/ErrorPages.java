package org.hoshimori.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.hoshimori.pages.Templates;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;

/// What a visitor sees when something is missing, forbidden or broken: a sentence and a way on, and
/// for machines a problem document (RFC 9457).
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private final Frames frames;
    private final Templates templates;

    ErrorPages(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @ExceptionHandler(NotFound.class)
    Object missing(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, request.getRequestURI());
    }

    /// A form with files that cannot be read: a name that is none, parts that do not end.
    @ExceptionHandler(MultipartException.class)
    Object unreadable(HttpServletRequest request, MultipartException e) {
        // One that is too large brings its own status.
        HttpStatusCode status =
                e instanceof ErrorResponse told ? told.getStatusCode() : HttpStatus.BAD_REQUEST;
        return answer(request, HttpStatus.valueOf(status.value()), request.getRequestURI());
    }

    @RequestMapping("/error")
    Object broken(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(code instanceof Integer number)) {
            // Nothing is broken: somebody typed this address.
            throw new NotFound();
        }
        HttpStatus status = HttpStatus.resolve(number);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return answer(
                request,
                status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                path instanceof String text ? text : "");
    }

    private Object answer(HttpServletRequest request, HttpStatus status, String path) {
        Frame frame = frames.of(request);
        String kind = kind(frame, status);
        if (path.startsWith("/api/")) {
            String said =
                    frame.knows("web.problem." + status.value() + ".title")
                            ? "web.problem." + status.value()
                            : "web.error." + kind;
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(status, frame.say(said + ".text"));
            problem.setTitle(frame.say(said + ".title"));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return new Page(templates.webError(frame, status.value(), kind), status);
    }

    private static String kind(Frame frame, HttpStatus status) {
        String exact = Integer.toString(status.value());
        if (frame.knows("web.error." + exact + ".title")) {
            return exact;
        }
        return status.is4xxClientError() ? "400" : "500";
    }
}
