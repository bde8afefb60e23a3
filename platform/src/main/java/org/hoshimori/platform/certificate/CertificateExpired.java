package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// The last day of a certificate has passed (失効).
public record CertificateExpired(CertificateNumber certificate, OrganisationId organisation) {}
