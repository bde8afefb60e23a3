package org.hoshimori.probe.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks for a path from a server's certificate to an anchor among what it presents (RFC 4158). The
/// JDK's builder does not come back from an issuer whose constraints forbid what lies below to try
/// another of the same name; here each path is judged by itself, and one that holds is enough.
final class PathSearch {

    /// Authorities between the server's certificate and the anchor, those aside that a name issues
    /// to itself.
    private static final int MOST_BETWEEN = 8;

    /// A stranger's certificates can form more paths than anybody wants to see.
    private static final int MOST_STEPS = 400;

    private static final int MOST_PATHS = 24;

    /// None leads to an anchor.
    static final String NONE = "no path";

    private final List<X509Certificate> presented;
    private final Authorities authorities;
    private final Date at;

    /// Whether signatures with MD5 and SHA-1 are good enough.
    private final boolean lenient;

    private int steps;
    private int paths;
    private String fault = "";
    private Optional<HeldPath> held = Optional.empty();

    private PathSearch(
            List<X509Certificate> presented, Authorities authorities, Date at, boolean lenient) {
        this.presented = presented;
        this.authorities = authorities;
        this.at = at;
        this.lenient = lenient;
    }

    /// What the search gave.
    ///
    /// @param fault why no path holds at that moment, or nothing; `no path` when none leads to an
    ///   anchor
    /// @param path the first that holds
    record Result(String fault, Optional<HeldPath> path) {}

    /// A path with weak signatures is taken only where there is no other.
    ///
    /// @param presented the server's certificate first
    static Result look(List<X509Certificate> presented, Authorities authorities, Date at) {
        Result strong = look(new PathSearch(presented, authorities, at, false));
        return strong.path().isPresent() || presented.stream().noneMatch(PathSearch::weak)
                ? strong
                : look(new PathSearch(presented, authorities, at, true));
    }

    private static Result look(PathSearch search) {
        List<X509Certificate> presented = search.presented;
        if (search.from(List.of(presented.getFirst()), 0)) {
            return new Result("", search.held);
        }
        return new Result(search.fault.isEmpty() ? NONE : search.fault, Optional.empty());
    }

    /// Whether it is signed with MD5 or SHA-1.
    static boolean weak(X509Certificate certificate) {
        String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return name.startsWith("MD") || name.startsWith("SHA1");
    }

    /// @return whether a path that begins like this holds
    private boolean from(List<X509Certificate> path, int between) {
        X509Certificate last = path.getLast();
        if (!lenient && weak(last)) {
            return false;
        }
        for (TrustAnchor anchor : authorities.named(last.getIssuerX500Principal())) {
            if (++paths > MOST_PATHS) {
                return false;
            }
            String why = judge(path, anchor);
            if (why.isEmpty()) {
                held = Optional.of(new HeldPath(path, anchor, at));
                return true;
            }
            fault = fault.isEmpty() || fault.equals(NONE) ? why : fault;
        }
        for (X509Certificate next : presented) {
            if (!next.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                    || path.contains(next)) {
                continue;
            }
            int more = between + (PathRules.selfIssued(next) ? 0 : 1);
            if (more > MOST_BETWEEN || ++steps > MOST_STEPS) {
                continue;
            }
            List<X509Certificate> longer = new ArrayList<>(path);
            longer.add(next);
            if (from(longer, more)) {
                return true;
            }
        }
        return false;
    }

    private String judge(List<X509Certificate> path, TrustAnchor anchor) {
        if (PathRules.costly(path, anchor.getTrustedCert())) {
            return "more names and constraints than clients compare";
        }
        try {
            anchor.getTrustedCert().checkValidity(at);
            ConstrainedPath.validate(path, anchor, at);
        } catch (CertPathValidatorException e) {
            if (!(e.getReason() == PKIXReason.INVALID_NAME
                    && ConstrainedPath.holds(path, anchor, at))) {
                // A name alone makes no path: that its key did not sign is as good as another name.
                return e.getReason() == BasicReason.INVALID_SIGNATURE
                                || e.getReason() == PKIXReason.NO_TRUST_ANCHOR
                        ? NONE
                        : root(e);
            }
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return "an authority out of its dates";
        } catch (GeneralSecurityException | UnsupportedOperationException e) {
            // The JDK does not know every kind of name that a constraint may speak of.
            return root(e);
        }
        return PathRules.fault(path, anchor.getTrustedCert()).orElse("");
    }

    private static String root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
