package org.hoshimori.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 hash, 32 bytes, as RFC 6962 section 2.1 builds it: leaves and nodes are hashed with
/// different first bytes, so that no entry can ever pass for an inner node.
public record Hash(Bytes bytes) {

    /// Length in bytes.
    public static final int SIZE = 32;

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static final Hash EMPTY_TREE = new Hash(Bytes.of(sha256().digest()));

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    public Hash {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException(
                    "a SHA-256 hash has 32 bytes, this has " + bytes.size());
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(Bytes.of(bytes));
    }

    /// The hash of an entry as a leaf: SHA-256(0x00 || entry).
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return of(digest.digest(entry));
    }

    /// The hash of two neighbouring subtrees: SHA-256(0x01 || left || right).
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes.raw());
        return of(digest.digest(right.bytes.raw()));
    }

    /// Reads 32 bytes in base64.
    public static Parsed<Hash> parse(String base64) {
        return Strict.attempt(() -> read(base64));
    }

    static Hash read(String base64) throws Malformation {
        Bytes bytes = Strict.base64(base64);
        if (bytes.size() != SIZE) {
            throw new Malformation("a hash has 32 bytes, this has " + bytes.size());
        }
        return new Hash(bytes);
    }

    public byte[] toArray() {
        return bytes.toArray();
    }

    public String base64() {
        return bytes.base64();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes.raw());
    }

    @Override
    public String toString() {
        return base64();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
