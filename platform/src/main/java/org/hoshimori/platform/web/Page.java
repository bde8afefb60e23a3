package org.hoshimori.platform.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// A page ready to be sent: the template and its arguments were already checked by the compiler.
///
/// @param content the filled template
/// @param status what the response says of itself
public record Page(JteModel content, HttpStatus status) implements View {

    public Page(JteModel content) {
        this(content, HttpStatus.OK);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(getContentType());
        response.getWriter().write(content.render());
    }
}
