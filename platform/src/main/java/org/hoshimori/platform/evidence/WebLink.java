package org.hoshimori.platform.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// An address given as evidence: http or https, with a host and without a password in it.
record WebLink(String value) {

    private static final int LONGEST = 2000;

    static Optional<WebLink> parse(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(plain).parseServerAuthority();
            return uri.getHost() != null
                            && uri.getUserInfo() == null
                            && String.valueOf(uri.getScheme()).matches("(?i)https?")
                    ? Optional.of(new WebLink(uri.toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
