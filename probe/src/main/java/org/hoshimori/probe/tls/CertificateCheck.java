package org.hoshimori.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Seal;
import org.hoshimori.probe.Sight;

/// The certificate an endpoint presents: names (RFC 9525), dates, key, signature, and whether a
/// path to a trust anchor can be built from what is presented (RFC 5280, section 6).
public final class CertificateCheck {

    static final String ID = "tls.certificate";
    static final String STANDARD = "RFC 5280";
    private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";

    private final Authorities authorities;
    private final Optional<RevocationLists> lists;
    private final Clock clock;

    /// @param lists where revocation lists are had from, or nothing to leave them out
    public CertificateCheck(Authorities authorities, Optional<RevocationLists> lists, Clock clock) {
        this.authorities = authorities;
        this.lists = lists;
        this.clock = clock;
    }

    Sight unknown(Endpoint endpoint, Outcome outcome) {
        return new Sight(ID, STANDARD, endpoint.asset(), outcome, List.of());
    }

    /// The certificate, and what revocation lists say of its path where they are asked.
    List<Sight> look(Endpoint endpoint, List<Octets> chain) {
        List<Proof> proof = new ArrayList<>();
        for (Octets certificate : chain) {
            proof.add(Proof.of("certificate", "chain " + proof.size(), certificate.toArray()));
        }
        List<X509Certificate> parsed = new ArrayList<>();
        try {
            for (Octets certificate : chain) {
                parsed.add(
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(
                                                new ByteArrayInputStream(certificate.toArray())));
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            // Before any path is judged: the JDK, when it compares names with constraints, adds the
            // common name to the alternative names of the very certificate.
            List<String> names = CertificateNames.of(parsed.getFirst());
            PathSearch.Result found = path(parsed, now);
            List<Sight> sights = new ArrayList<>();
            sights.add(
                    Sight.seen(
                            ID,
                            STANDARD,
                            endpoint.asset(),
                            facts(endpoint, parsed, names, found, now),
                            proof));
            if (lists.isPresent() && found.path().isPresent()) {
                sights.add(
                        new RevocationCheck(lists.get())
                                .look(endpoint, found.path().get(), parsed));
            }
            return sights;
        } catch (CertificateException e) {
            return List.of(
                    new Sight(
                            ID,
                            STANDARD,
                            endpoint.asset(),
                            new Outcome.Inconclusive(
                                    "a certificate that cannot be read: " + e.getMessage()),
                            proof));
        }
    }

    /// Whether a client that checks certificates goes on with this one: a path, the right name, and
    /// dates around today.
    public boolean accepts(Endpoint endpoint, List<Octets> chain) {
        return !chain.isEmpty()
                && look(endpoint, chain).getFirst().outcome() instanceof Outcome.Seen(Facts facts)
                && facts.flag("trusted")
                && facts.flag("name_matches")
                && !facts.flag("expired")
                && !facts.flag("not_yet_valid");
    }

    /// @param now in whole seconds, as certificates tell them
    private Facts facts(
            Endpoint endpoint,
            List<X509Certificate> chain,
            List<String> names,
            PathSearch.Result found,
            Instant now)
            throws CertificateException {
        X509Certificate leaf = chain.getFirst();
        Instant from = leaf.getNotBefore().toInstant();
        Instant until = leaf.getNotAfter().toInstant();
        String fault = found.fault();
        // Certificates that are sent beside the path that holds harm nobody.
        List<X509Certificate> used = found.path().map(HeldPath::certificates).orElse(chain);
        boolean self = signed(leaf, leaf);
        return Facts.write()
                .put("subject", leaf.getSubjectX500Principal().getName())
                .put("issuer", leaf.getIssuerX500Principal().getName())
                .put("names", names)
                .put("name_matches", CertificateNames.match(leaf, endpoint.host()))
                .put("not_before", from.toString())
                .put("not_after", until.toString())
                .put("expired", now.isAfter(until))
                .put("not_yet_valid", now.isBefore(from))
                .put("days_left", Duration.between(now, until).toDays())
                .put("lifetime_days", Duration.between(from, until).plusSeconds(1).toDays())
                .put("too_long", Lifetimes.tooLong(from, until))
                .put("trusted", fault.isEmpty())
                .put("fault", fault)
                // What an authority owes counts where one is trusted.
                .put(
                        "form",
                        fault.isEmpty() && !self
                                ? CertificateForm.faults(used, names)
                                : List.<String>of())
                .put("anchor_form", anchorForm(found))
                .put("authority", leaf.getBasicConstraints() >= 0)
                .put("self_signed", self)
                .put(
                        "incomplete",
                        fault.equals(PathSearch.NONE)
                                && !self
                                && !reachesAnchorName(chain)
                                && chain.size() == 1)
                .put("chain_length", chain.size())
                .put("key", leaf.getPublicKey().getAlgorithm())
                .put("key_bits", bits(leaf.getPublicKey()))
                .put("signature", leaf.getSigAlgName())
                .put("weak_signature", weak(used))
                .put("wildcard", names.stream().anyMatch(name -> name.startsWith("*.")))
                .put("timestamps", leaf.getExtensionValue(TIMESTAMPS) != null)
                .put("sha256", Seal.digest(leaf.getEncoded()))
                .done();
    }

    private boolean reachesAnchorName(List<X509Certificate> chain) {
        return chain.stream()
                .anyMatch(certificate ->
                        !authorities.named(certificate.getIssuerX500Principal()).isEmpty());
    }

    /// Where the authority that the caller named, and that the path leads to, departs from its
    /// form.
    private List<String> anchorForm(PathSearch.Result found) throws CertificateException {
        return authorities.given() && found.path().isPresent()
                ? AnchorForm.faults(found.path().get().anchor().getTrustedCert())
                : List.of();
    }

    private PathSearch.Result path(List<X509Certificate> chain, Instant now) {
        // Dates are told apart from trust: a path is looked for at a moment when the leaf is valid.
        X509Certificate leaf = chain.getFirst();
        Date at = Date.from(now);
        if (now.isAfter(leaf.getNotAfter().toInstant())) {
            at = new Date(leaf.getNotAfter().getTime() - 1000);
        } else if (now.isBefore(leaf.getNotBefore().toInstant())) {
            at = new Date(leaf.getNotBefore().getTime() + 1000);
        }
        for (TrustAnchor anchor : authorities.named(leaf.getSubjectX500Principal())) {
            if (anchor.getTrustedCert().equals(leaf)) {
                return new PathSearch.Result("", Optional.empty());
            }
        }
        return PathSearch.look(chain, authorities, at);
    }

    private static boolean signed(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Signed with MD5 or SHA-1, anchors excepted: nobody checks their signature.
    private static boolean weak(List<X509Certificate> chain) {
        return chain.stream()
                .filter(certificate ->
                        !signed(certificate, certificate) || certificate == chain.getFirst())
                .anyMatch(PathSearch::weak);
    }

    private static int bits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return key instanceof ECPublicKey ec
                ? ec.getParams().getCurve().getField().getFieldSize()
                : 256;
    }
}
