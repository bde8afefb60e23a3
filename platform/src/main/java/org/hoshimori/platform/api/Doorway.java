package org.hoshimori.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at the token of a request (RFC 6750) and says what is wrong with it. Only the header
/// counts: addresses end up in logs.
final class Doorway extends OncePerRequestFilter
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Problems problems;

    Doorway(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        switch (tokens.recognise(header.substring(SCHEME.length()).strip())) {
            case Tokens.Recognised.Known(Caller caller) -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new Proven(caller));
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
            case Tokens.Recognised.Refused(String why) ->
                    problems.answer(
                            request,
                            response,
                            new Problem(
                                            Kind.NO_VALID_TOKEN,
                                            Problem.Sentence.of(
                                                    "api.problem.no-valid-token." + why))
                                    .header(
                                            HttpHeaders.WWW_AUTHENTICATE,
                                            "Bearer realm=\"hoshimori\", error=\"invalid_token\""));
        }
    }

    /// Nobody, or somebody with a session: a session opens nothing here.
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        problems.answer(
                request,
                response,
                new Problem(Kind.NO_VALID_TOKEN)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"hoshimori\""));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        boolean reading =
                SecurityContextHolder.getContext().getAuthentication() instanceof Proven proven
                        && proven.caller().token().access() == Access.READ
                        && !Programs.reads(request);
        problems.answer(
                request,
                response,
                reading
                        ? new Problem(Kind.READING_TOKEN)
                                .header(
                                        HttpHeaders.WWW_AUTHENTICATE,
                                        "Bearer realm=\"hoshimori\", error=\"insufficient_scope\", scope=\"write\"")
                        : new Problem(Kind.NOT_ALLOWED));
    }
}
