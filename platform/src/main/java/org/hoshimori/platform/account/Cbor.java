package org.hoshimori.platform.account;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// As much CBOR (RFC 8949) as passkeys need: a COSE key is a small map of numbers and bytes.
///
/// Own code, because a signature is verified offline with the JDK alone.
final class Cbor {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Cbor map(int size) {
        return head(MAP, size);
    }

    Cbor number(long value) {
        return value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value);
    }

    Cbor bytes(byte[] value) {
        head(BYTES, value.length);
        out.writeBytes(value);
        return this;
    }

    Cbor text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private Cbor head(int major, long value) {
        if (value < 24) {
            out.write(major << 5 | (int) value);
        } else if (value < 0x100) {
            out.write(major << 5 | 24);
            out.write((int) value);
        } else if (value < 0x10000) {
            out.write(major << 5 | 25);
            out.write((int) value >> 8);
            out.write((int) value);
        } else {
            throw new IllegalArgumentException("no key has numbers like " + value);
        }
        return this;
    }

    /// A COSE key (RFC 9052 §7): labels are numbers, values numbers (`Long`) or bytes (`byte[]`).
    ///
    /// @throws IllegalArgumentException when the bytes are anything else
    static Map<Long, Object> keyMap(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int first = in.get() & 0xff;
            if (first >> 5 != MAP) {
                throw new IllegalArgumentException("not a COSE key");
            }
            Map<Long, Object> map = new HashMap<>();
            for (long entries = length(in, first & 31); entries > 0; entries--) {
                if (!(value(in) instanceof Long label)) {
                    throw new IllegalArgumentException("a COSE key's labels are numbers");
                }
                map.put(label, value(in));
            }
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("something follows the COSE key");
            }
            return map;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the COSE key ends too early", e);
        }
    }

    private static Object value(ByteBuffer in) {
        int first = in.get() & 0xff;
        long argument = length(in, first & 31);
        return switch (first >> 5) {
            case UNSIGNED -> argument;
            case NEGATIVE -> -1 - argument;
            case BYTES -> {
                if (argument > in.remaining()) {
                    throw new IllegalArgumentException("the COSE key ends too early");
                }
                byte[] bytes = new byte[(int) argument];
                in.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("no value of a COSE key");
        };
    }

    private static long length(ByteBuffer in, int additional) {
        return switch (additional) {
            case 24 -> in.get() & 0xff;
            case 25 -> in.getShort() & 0xffff;
            case 26 -> in.getInt() & 0xffffffffL;
            default -> {
                if (additional > 23) {
                    throw new IllegalArgumentException("no length of a COSE key");
                }
                yield additional;
            }
        };
    }

    /// A big number from its bytes, most significant first.
    static BigInteger unsigned(byte[] bytes) {
        return new BigInteger(1, bytes);
    }
}
