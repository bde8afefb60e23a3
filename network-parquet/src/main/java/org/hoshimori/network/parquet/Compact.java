package org.hoshimori.network.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Walks over a structure in Thrift's compact protocol without believing it: every length must fit
/// into the bytes that are there.
final class Compact {
    /// Parquet's own structures are about eight deep.
    private static final int DEEPEST = 24;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;

    private final ByteBuffer bytes;

    Compact(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Walks over one structure.
    ///
    /// @param numbers filled with the 32-bit numbers of its fields 0, 1, …
    /// @throws BufferUnderflowException when the structure does not end within the bytes
    /// @throws IOException when it is none
    void structure(int[] numbers) throws IOException {
        structure(numbers, 0);
    }

    private void structure(int[] numbers, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a structure is nested too deeply");
        }
        int field = 0;
        for (int head = bytes.get(); head != 0; head = bytes.get()) {
            int step = head >> 4 & 0x0f;
            field = step == 0 ? (short) zigzag() : field + step;
            if ((head & 0x0f) == I32 && field >= 0 && field < numbers.length) {
                numbers[field] = (int) zigzag();
            } else {
                skip(head & 0x0f, depth);
            }
        }
    }

    private void skip(int type, int depth) throws IOException {
        switch (type) {
            case TRUE, FALSE -> {
                // The type is the value.
            }
            case BYTE -> bytes.get();
            case I16, I32, I64 -> zigzag();
            case DOUBLE -> bytes.getLong();
            case BINARY -> {
                int length = length(varint());
                bytes.position(bytes.position() + length);
            }
            case LIST, SET -> list(depth);
            case STRUCT -> structure(new int[0], depth + 1);
            default -> throw new IOException("a field of unknown type " + type);
        }
    }

    private void list(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a list is nested too deeply");
        }
        int head = bytes.get();
        int type = head & 0x0f;
        int size = head >> 4 & 0x0f;
        size = length(size == 15 ? varint() : size);
        if (type == TRUE || type == FALSE) {
            // The library takes no byte for one of these, and so believes in any number of them.
            throw new IOException("a list of truths, which no footer has");
        }
        for (int i = 0; i < size; i++) {
            skip(type, depth + 1);
        }
    }

    private int length(long claimed) throws IOException {
        if (claimed < 0 || claimed > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) claimed;
    }

    private long zigzag() throws IOException {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("a number of more than 64 bits");
    }
}
