package org.hoshimori.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/// The language of a request: `?lang=` (remembered in a cookie), else the cookie, else the
/// browser's first choice, else Japanese.
@Component
class Languages implements HandlerInterceptor {

    private static final String NAME = "lang";

    Language of(HttpServletRequest request) {
        String asked = asked(request);
        if (asked != null) {
            return Language.of(asked);
        }
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie != null) {
            return Language.of(cookie.getValue());
        }
        String browser = request.getHeader("Accept-Language");
        return browser == null ? Language.JA : Language.of(browser);
    }

    private static @Nullable String asked(HttpServletRequest request) {
        try {
            return request.getParameter(NAME);
        } catch (IllegalStateException _) {
            // The form is not readable, which is told to whoever reads it; the page that says so
            // needs a language too.
            return null;
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = asked(request);
        // A document taken in the other language leaves the pages in theirs.
        boolean document = StringUtils.getFilenameExtension(request.getRequestURI()) != null;
        if (asked != null && !document) {
            var cookie = new Cookie(NAME, Language.of(asked).tag());
            cookie.setPath("/");
            cookie.setMaxAge(365 * 24 * 3600);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        return true;
    }
}
