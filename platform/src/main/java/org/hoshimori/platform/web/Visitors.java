package org.hoshimori.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells the frame who is signed in; the account module knows.
public interface Visitors {

    Optional<Visitor> visiting(HttpServletRequest request);
}
