package org.hoshimori.platform.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.log.SignerKey;
import org.hoshimori.log.VerifierKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the register's secret key comes from: the setting `hoshimori.register.key`, or the file
/// `register.key` in the data folder, made at the first start and readable by its owner only.
@Component
class KeyFile {

    private final String setting;
    private final Path file;
    private final URI publicUrl;

    KeyFile(
            @Value("${hoshimori.register.key}") String setting,
            @Value("${hoshimori.data}") Path data,
            @Value("${hoshimori.public-url}") URI publicUrl) {
        this.setting = setting.strip();
        this.file = data.resolve("register.key");
        this.publicUrl = publicUrl;
    }

    /// The key that belongs to a log that exists.
    ///
    /// @throws IllegalStateException if this instance has another key or none
    SignerKey keyFor(VerifierKey log) {
        SignerKey key =
                given().orElseThrow(() ->
                        new IllegalStateException(
                                "the register is signed with %s, and this instance has no key: copy the first instance's register.key to %s or set HOSHIMORI_REGISTER_KEY"
                                        .formatted(log, file)));
        if (!key.verifier().equals(log)) {
            throw new IllegalStateException(
                    "the register is signed with %s, and this instance's key is %s: instances that share a database share one key (%s or HOSHIMORI_REGISTER_KEY)"
                            .formatted(log, key.verifier(), file));
        }
        return key;
    }

    /// The key for a log that begins now; named after the address at which the log is served.
    SignerKey keyForANewLog() {
        return given().orElseGet(this::made);
    }

    private Optional<SignerKey> given() {
        if (!setting.isEmpty()) {
            return Optional.of(SignerKey.parse(setting).orThrow());
        }
        try {
            return Files.exists(file)
                    ? Optional.of(SignerKey.parse(Files.readString(file).strip()).orThrow())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the register's key cannot be read", e);
        }
    }

    private SignerKey made() {
        String name = publicUrl.getAuthority() + publicUrl.getPath().replaceFirst("/$", "");
        SignerKey key = SignerKey.generate(name + "/register/log", new SecureRandom());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                byte[] text = (key.secretText() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.write(ByteBuffer.wrap(text));
                // The log must never outlive its key.
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the register's key cannot be written", e);
        }
        return key;
    }
}
