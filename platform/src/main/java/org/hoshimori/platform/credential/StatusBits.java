package org.hoshimori.platform.credential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A bit for every certificate of a block (W3C Bitstring Status List 1.0, section 3): packed with
/// gzip, written in base64url after the multibase letter `u`.
final class StatusBits {

    /// Bits of a list: the fewest the standard allows, so that nobody is singled out.
    static final int LENGTH = 131_072;

    private final byte[] bits;

    private StatusBits(byte[] bits) {
        this.bits = bits;
    }

    /// @param set places whose bit is 1
    static StatusBits of(Collection<Integer> set) {
        byte[] bits = new byte[LENGTH / 8];
        for (int place : set) {
            // Section 3.1: place 0 is the leftmost bit of the first byte.
            bits[place / 8] |= (byte) (0x80 >> place % 8);
        }
        return new StatusBits(bits);
    }

    static StatusBits read(String encoded) throws Unreadable {
        if (!encoded.startsWith("u")) {
            throw new Unreadable("a list begins with u");
        }
        try (var gzip =
                new GZIPInputStream(
                        new ByteArrayInputStream(
                                Base64.getUrlDecoder().decode(encoded.substring(1))))) {
            byte[] bits = gzip.readNBytes(LENGTH / 8 + 1);
            if (bits.length != LENGTH / 8) {
                throw new Unreadable("a list of ours has " + LENGTH + " bits");
            }
            return new StatusBits(bits);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("not a packed list: " + e.getMessage());
        }
    }

    boolean at(int place) {
        return (bits[place / 8] & 0x80 >> place % 8) != 0;
    }

    String encoded() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
