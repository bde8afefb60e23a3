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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v2CRLBuilder;
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

    /// An authority that people trust although it says too little of itself.
    private final KeyPair oddKey = key("EC", 256);

    private final X509Certificate oddRoot =
            authority("Fleet Odd Root", oddKey, oddKey, "Fleet Odd Root");

    private final Instant born = Instant.now();
    private final List<BigInteger> revoked = new CopyOnWriteArrayList<>();
    private String lists = "http://127.0.0.1:1";

    private enum Kind {
        AUTHORITY,
        SERVER,

        /// An authority's certificate that serves.
        BOTH
    }

    /// A key with the chain that is presented for it.
    public record Identity(KeyPair key, X509Certificate[] chain) {}

    /// Whom to trust.
    public List<X509Certificate> roots() {
        return List.of(root, oddRoot);
    }

    public void publishesAt(String address) {
        this.lists = address;
    }

    /// Whom the middle authority revoked.
    ///
    /// @param numbered whether the list has the number that it owes
    public byte[] list(boolean numbered) {
        try {
            X509v2CRLBuilder builder =
                    new X509v2CRLBuilder(
                            new X500Name("CN=Fleet Middle"),
                            Date.from(born.minus(Duration.ofDays(1))));
            builder.setNextUpdate(Date.from(born.plus(Duration.ofDays(6))));
            for (BigInteger serial : revoked) {
                builder.addCRLEntry(
                        serial, Date.from(born.minus(Duration.ofDays(2))), CRLReason.keyCompromise);
            }
            if (numbered) {
                builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.TEN));
            }
            return builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(middleKey.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
    ///   authority, odd-root (its authority says too little), revoked, and of those that name a
    ///   list which does not revoke them: listed, odd-list (without number), lost-list (not there)
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
        KeyPair stranger =
                switch (kind) {
                    case "untrusted" -> key("EC", 256);
                    case "odd-root" -> oddKey;
                    default -> middleKey;
                };
        String issuer =
                switch (kind) {
                    case "self-signed" -> subject;
                    case "untrusted" -> "Nobody";
                    case "odd-root" -> "Fleet Odd Root";
                    default -> "Fleet Middle";
                };
        String list =
                switch (kind) {
                    case "revoked", "listed" -> lists + "/list.crl";
                    case "odd-list" -> lists + "/odd.crl";
                    case "lost-list" -> lists + "/lost.crl";
                    default -> "";
                };
        X509Certificate leaf =
                issue(
                        issuer,
                        self ? key : stranger,
                        subject,
                        more,
                        key,
                        from,
                        until,
                        (kind.equals("sha1") ? "SHA1with" : "SHA256with")
                                + (self ? "RSA" : "ECDSA"),
                        kind.equals("authority") ? Kind.BOTH : Kind.SERVER,
                        kind.equals("odd"),
                        list);
        if (kind.equals("revoked")) {
            revoked.add(leaf.getSerialNumber());
        }
        return switch (kind) {
            case "self-signed", "incomplete", "untrusted", "odd-root" ->
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
                name.contains("Odd"),
                "");
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
            boolean odd,
            String list) {
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
            if (kind != Kind.SERVER && !odd) {
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
            if (!list.isEmpty()) {
                GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, list);
                builder.addExtension(
                        Extension.cRLDistributionPoints,
                        false,
                        new CRLDistPoint(
                                new DistributionPoint[] {
                                    new DistributionPoint(
                                            new DistributionPointName(new GeneralNames(address)),
                                            null,
                                            null)
                                }));
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
