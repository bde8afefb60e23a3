package org.hoshimori.platform.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest that links, challenges and signatures are built on.
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
