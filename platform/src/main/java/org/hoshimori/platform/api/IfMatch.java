package org.hoshimori.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/// What a program says it has seen (RFC 9110, 13.1.1), compared strongly.
///
/// @param any `*`: it wants to write whatever stands there
/// @param tags with their quotes
public record IfMatch(boolean any, List<String> tags) {

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /// @throws Problem 428 when the header is missing (RFC 6585)
    public static IfMatch required(HttpServletRequest request) {
        return of(request).orElseThrow(() -> new Problem(Kind.NEEDS_IF_MATCH));
    }

    public static Optional<IfMatch> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        List<ETag> all = ETag.parse(String.join(",", headers));
        return Optional.of(
                new IfMatch(
                        all.stream().anyMatch(ETag::isWildcard),
                        all.stream()
                                .filter(tag -> !tag.weak() && !tag.isWildcard())
                                .map(tag -> "\"" + tag.tag() + "\"")
                                .toList()));
    }

    public boolean holds(String current) {
        return any || tags.contains(current);
    }
}
