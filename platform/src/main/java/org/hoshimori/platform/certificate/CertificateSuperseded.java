package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// The renewal of a certificate was registered, and took its place.
public record CertificateSuperseded(CertificateNumber certificate, OrganisationId organisation) {}
