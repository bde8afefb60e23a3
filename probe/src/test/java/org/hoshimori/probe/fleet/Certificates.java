package org.hoshimori.probe.fleet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority of the fleet's own and the certificates, good and bad, that it gives.
public final class Certificates {

    private final KeyPair rootKey = key("EC", 256);
    private final X509Certificate root = authority("Fleet Root", rootKey, rootKey, "Fleet Root");
    private final KeyPair middleKey = key("EC", 256);
    private final X509Certificate middle =
            authority("Fleet Middle", middleKey, rootKey, "Fleet Root");

    // Making RSA keys is slow, and nothing here depends on their being different.
    private final KeyPair usual = key("RSA", 2048);

    private enum Kind {
        AUTHORITY,
        SERVER,

        /// An authority's certificate that serves.
        BOTH
    }

    /// A key with the chain that is presented for it.
    public record Identity(KeyPair key, X509Certificate[] chain) {}

    public X509Certificate root() {
        return root;
    }

    /// The SHA-256 of the public key that most certificates are for, in hex.
    String usualKeyDigest() throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(usual.getPublic().getEncoded()));
    }

    static KeyPair key(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param kind what is wrong with it: good, expired, future, wrong-name, self-signed,
    ///   untrusted, sha1, short, incomplete, soon, long, odd (no purpose, no key of its issuer),
    ///   authority
    public Identity identity(String kind, String name) {
        return identity(kind, name, List.of());
    }

    /// The same for further names.
    Identity identity(String kind, String name, List<String> more) {
        KeyPair key = kind.equals("short") ? key("RSA", 1024) : usual;
        Instant now = Instant.now();
        Instant from = now.minus(Duration.ofDays(kind.equals("expired") ? 100 : 1));
        Instant until = now.plus(Duration.ofDays(60));
        if (kind.equals("expired")) {
            until = now.minus(Duration.ofDays(2));
        } else if (kind.equals("future")) {
            from = now.plus(Duration.ofDays(5));
        } else if (kind.equals("soon")) {
            until = now.plus(Duration.ofDays(5));
        } else if (kind.equals("long")) {
            until = now.plus(Duration.ofDays(900));
        }
        String subject = kind.equals("wrong-name") ? "other.invalid" : name;
        boolean self = kind.equals("self-signed");
        KeyPair stranger = kind.equals("untrusted") ? key("EC", 256) : middleKey;
        X509Certificate leaf =
                issue(
                        self ? subject : kind.equals("untrusted") ? "Nobody" : "Fleet Middle",
                        self ? key : stranger,
                        subject,
                        more,
                        key,
                        from,
                        until,
                        (kind.equals("sha1") ? "SHA1with" : "SHA256with")
                                + (self ? "RSA" : "ECDSA"),
                        kind.equals("authority") ? Kind.BOTH : Kind.SERVER,
                        kind.equals("odd"));
        return switch (kind) {
            case "self-signed", "incomplete", "untrusted" ->
                    new Identity(key, new X509Certificate[] {leaf});
            default -> new Identity(key, new X509Certificate[] {leaf, middle});
        };
    }

    private static X509Certificate authority(String name, KeyPair key, KeyPair by, String issuer) {
        Instant now = Instant.now();
        return issue(
                issuer,
                by,
                name,
                List.of(),
                key,
                now.minus(Duration.ofDays(400)),
                now.plus(Duration.ofDays(400)),
                "SHA256withECDSA",
                Kind.AUTHORITY,
                false);
    }

    private static X509Certificate issue(
            String issuer,
            KeyPair by,
            String subject,
            List<String> more,
            KeyPair key,
            Instant from,
            Instant until,
            String algorithm,
            Kind kind,
            boolean odd) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name("CN=" + issuer),
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(from),
                            Date.from(until),
                            new X500Name("CN=" + subject),
                            key.getPublic());
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(kind != Kind.SERVER));
            if (kind != Kind.AUTHORITY) {
                GeneralName[] names =
                        Stream.concat(Stream.of(subject), more.stream())
                                .map(name ->
                                        new GeneralName(
                                                name.matches("[0-9.]+")
                                                        ? GeneralName.iPAddress
                                                        : GeneralName.dNSName,
                                                name))
                                .toArray(GeneralName[]::new);
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
            if (!odd) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        keys.createAuthorityKeyIdentifier(by.getPublic()));
            }
            if (kind != Kind.SERVER) {
                builder.addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        keys.createSubjectKeyIdentifier(key.getPublic()));
            }
            if (kind != Kind.AUTHORITY && !odd) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder(algorithm).build(by.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
