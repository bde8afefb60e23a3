package org.hoshimori.platform.certificate;

import java.util.UUID;

/// The number of an application for registration.
public record ApplicationId(UUID value) {

    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
