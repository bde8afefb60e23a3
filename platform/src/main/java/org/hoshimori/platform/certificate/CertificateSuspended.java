package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// The operator suspended a certificate (停止).
public record CertificateSuspended(CertificateNumber certificate, OrganisationId organisation) {}
