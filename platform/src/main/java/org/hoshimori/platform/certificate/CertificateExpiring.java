package org.hoshimori.platform.certificate;

import java.time.LocalDate;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// A certificate's last day comes near: told 90, 60, 30 and 7 days before, each once.
///
/// @param days which of the four
public record CertificateExpiring(
        CertificateNumber certificate,
        OrganisationId organisation,
        int days,
        LocalDate validUntil) {}
