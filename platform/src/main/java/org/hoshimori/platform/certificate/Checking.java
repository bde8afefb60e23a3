package org.hoshimori.platform.certificate;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.credential.CertificateVerifier;
import org.hoshimori.platform.credential.Issuer;
import org.hoshimori.platform.credential.Newer;
import org.hoshimori.platform.credential.Step;
import org.hoshimori.platform.credential.Trust;
import org.hoshimori.platform.credential.Verdict;
import org.hoshimori.platform.credential.Verification;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Verifies for visitors: what they have (a number, a file, a picture of a QR code) against what
/// the register says now.
@Component
class Checking {

    private final Certificates certificates;
    private final Documents documents;
    private final Path trust;
    private final Clock clock;

    Checking(
            Certificates certificates,
            Documents documents,
            @Value("${hoshimori.data}") Path data,
            Clock clock) {
        this.certificates = certificates;
        this.documents = documents;
        this.trust = data.resolve("trust");
        this.clock = clock;
    }

    /// @param typed a number as people type it, or the address in a QR code
    Verified number(String typed) {
        Optional<CertificateNumber> number = CertificateNumber.read(typed);
        if (number.isEmpty()) {
            return address(typed).orElseGet(() -> Verified.without("unknown-number", typed));
        }
        return certificates
                .find(number.get())
                .map(one -> file(documents.json(one).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Verified.without("unknown-number", number.get().value()));
    }

    private Optional<Verified> address(String typed) {
        String place = "/certificates/";
        int at = typed.indexOf(place);
        if (!typed.startsWith("http") || at < 0) {
            return Optional.empty();
        }
        String home = documents.issuer().home();
        if (!typed.startsWith(home + place)) {
            return Optional.of(Verified.without("elsewhere", host(typed)));
        }
        return CertificateNumber.read(typed.substring(at + place.length()).split("[/?#.]", 2)[0])
                .map(number -> number(number.value()));
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address.strip()).getHost());
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }

    /// @param file PDF, JWT, JSON, or a picture with a QR code
    Verified file(byte[] file) {
        if (QrPicture.isPicture(file)) {
            return QrPicture.read(file)
                    .map(this::number)
                    .orElseGet(() -> Verified.without("no-code", ""));
        }
        var verifier = new CertificateVerifier(trusted(), clock);
        return switch (verifier.verify(file, Newer.NOTHING)) {
            case Verification.Unreadable(Step reason) ->
                    new Verified("unreadable", "", List.of(reason), Optional.empty(), false);
            case Verification.Judged(Verdict verdict) -> withNews(verifier, file, verdict);
        };
    }

    /// Once it is known which certificate it is, the register's newest word counts.
    private Verified withNews(CertificateVerifier verifier, byte[] file, Verdict verdict) {
        Optional<Certificate> here =
                verdict.facts()
                        .map(CertificateFacts::number)
                        .map(CertificateNumber::new)
                        .flatMap(certificates::find);
        if (here.isPresent()
                && verifier.verify(file, Newer.bundle(documents.json(here.get())))
                        instanceof Verification.Judged(Verdict now)) {
            return view(now, true);
        }
        return view(verdict, false);
    }

    private static Verified view(Verdict verdict, boolean here) {
        return new Verified(verdict.word(), "", verdict.steps(), verdict.facts(), here);
    }

    private List<Issuer> trusted() {
        List<Issuer> issuers = new ArrayList<>(List.of(documents.issuer()));
        issuers.addAll(Trust.in(trust).issuers());
        return issuers;
    }
}
