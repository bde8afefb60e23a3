package org.hoshimori.platform.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Optional;

/// The secret key of the issuer (ES256, P-256), in a file only its owner reads.
public final class IssuerKey {

    private final ECKey key;

    private IssuerKey(ECKey key) {
        this.key = key;
    }

    /// A new key, known nowhere yet.
    public static IssuerKey generate() {
        try {
            ECKey bare = new ECKeyGenerator(Curve.P_256).generate();
            return new IssuerKey(
                    new ECKey.Builder(bare)
                            .keyID(bare.computeThumbprint().toString())
                            .algorithm(JWSAlgorithm.ES256)
                            .build());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /// Reads a private JWK.
    ///
    /// @throws IllegalArgumentException when it is not one
    public static IssuerKey parse(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalArgumentException(
                        "the issuer's key must be a private P-256 JWK with a kid");
            }
            return new IssuerKey(key);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the issuer's key is not a JWK", e);
        }
    }

    /// The key of a file; empty when there is no such file.
    public static Optional<IssuerKey> read(Path file) {
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's key cannot be read: " + file, e);
        }
    }

    /// A new key in a new file (0600).
    public static IssuerKey make(Path file) {
        IssuerKey key = generate();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, key.key.toJSONString(), StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's key cannot be written: " + file, e);
        }
    }

    /// The public half as a JWK.
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    /// @param type the `typ` of the header: one kind of thing can never pass for another
    String sign(String type, String payload) {
        JWSObject object =
                new JWSObject(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(new JOSEObjectType(type))
                                .keyID(key.getKeyID())
                                .build(),
                        new Payload(payload));
        try {
            object.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the issuer's key does not sign", e);
        }
        return object.serialize();
    }

    @Override
    public String toString() {
        return "issuer key " + key.getKeyID();
    }
}
