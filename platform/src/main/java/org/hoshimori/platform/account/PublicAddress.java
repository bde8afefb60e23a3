package org.hoshimori.platform.account;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The address of this site as people see it (`hoshimori.public-url`): links begin with it, and
/// passkeys are bound to its host (relying party id, WebAuthn §5.1.2) and origin.
@Component
class PublicAddress {

    private final URI uri;

    PublicAddress(@Value("${hoshimori.public-url}") String url) {
        uri = URI.create(url.replaceAll("/+$", ""));
        if (uri.getHost() == null || !uri.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "hoshimori.public-url must look like https://stars.example.jp (no path): "
                            + url);
        }
    }

    String origin() {
        return uri.toString();
    }

    String host() {
        return uri.getHost();
    }

    boolean encrypted() {
        return "https".equals(uri.getScheme());
    }

    String link(String path) {
        return origin() + path;
    }
}
