package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Sends a stranger to the sign-in page and from there on to what was asked; a program gets 401.
@Component
class Doorkeeper implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getHeader("HX-Request") != null) {
            // htmx replaces a part of a page: the whole page must go to the sign-in.
            response.setHeader("HX-Redirect", signIn(LocalPath.HOME));
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(signIn(asked(request)));
        }
    }

    private static LocalPath asked(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return LocalPath.HOME;
        }
        String query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static String signIn(LocalPath then) {
        return then.home()
                ? "/sign-in"
                : UriComponentsBuilder.fromPath("/sign-in")
                        .queryParam("continueTo", "{path}")
                        .encode()
                        .buildAndExpand(then.value())
                        .toUriString();
    }
}
