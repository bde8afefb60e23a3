package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// The operator registered a certificate.
public record CertificateRegistered(CertificateNumber certificate, OrganisationId organisation) {}
