package org.hoshimori.platform.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.credential.CertificatePdf;
import org.hoshimori.platform.credential.Credentials;
import org.hoshimori.platform.credential.Issuer;
import org.hoshimori.platform.credential.Purpose;
import org.hoshimori.platform.credential.StatusPlace;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.web.Language;
import org.springframework.stereotype.Component;

/// What people download: fresh proofs and status around the credential of the issue.
@Component
class Documents {

    private static final Map<Purpose, List<State>> SET =
            Map.of(
                    Purpose.SUSPENSION,
                    List.of(State.SUSPENDED, State.WITHDRAWN, State.SUPERSEDED),
                    Purpose.REVOCATION,
                    List.of(State.WITHDRAWN, State.SUPERSEDED));

    private final CertificateStore store;
    private final Register register;
    private final Credentials credentials;
    private final Clock clock;

    Documents(CertificateStore store, Register register, Credentials credentials, Clock clock) {
        this.store = store;
        this.register = register;
        this.credentials = credentials;
        this.clock = clock;
    }

    Issuer issuer() {
        return credentials.issuer();
    }

    /// The proof bundle as JSON.
    public String json(Certificate certificate) {
        return credentials.bundle(bundle(certificate));
    }

    public byte[] pdf(Certificate certificate, Language language) {
        return CertificatePdf.write(
                credentials, certificate.facts(), bundle(certificate), language.tag());
    }

    /// A status list as a signed credential; empty when no certificate stands in that block.
    public Optional<String> statusList(Purpose purpose, long block) {
        return block >= 1 && (block == 1 || StatusPlace.firstOf(block) < store.count())
                ? Optional.of(list(purpose, block))
                : Optional.empty();
    }

    private String list(Purpose purpose, long block) {
        return credentials.statusList(
                purpose,
                block,
                store.places(block, SET.getOrDefault(purpose, List.of())),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private Credentials.Bundle bundle(Certificate certificate) {
        var lists = new EnumMap<Purpose, String>(Purpose.class);
        long block = new StatusPlace(certificate.serial()).block();
        for (Purpose purpose : Purpose.values()) {
            lists.put(purpose, list(purpose, block));
        }
        return new Credentials.Bundle(
                credentials.issuer(),
                certificate.credential(),
                store.entryContent(certificate.number()).getBytes(StandardCharsets.UTF_8),
                register.proof(certificate.entry()).orElseThrow(),
                lists,
                certificate.state().code(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
