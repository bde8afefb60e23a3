package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// A certificate was ended before its last day (取下げ・取消し).
public record CertificateWithdrawn(CertificateNumber certificate, OrganisationId organisation) {}
