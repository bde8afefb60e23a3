package org.hoshimori.platform.organisation;

import java.util.UUID;

/// The number of a company on this platform. The company's number towards the world is its
/// [CorporateNumber].
public record OrganisationId(UUID value) {

    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
