package org.hoshimori.platform.certificate;

import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// The operator gave a certificate its effect back (再開).
public record CertificateReinstated(CertificateNumber certificate, OrganisationId organisation) {}
