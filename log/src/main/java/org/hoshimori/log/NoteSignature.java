package org.hoshimori.log;

import java.nio.ByteBuffer;

/// One signature line of a note: `— name base64(key id || signature)`.
public record NoteSignature(String name, int keyId, Bytes signature) {

    static final String DASH = "— ";

    private static final int ID_SIZE = 4;

    public NoteSignature {
        if (!Strict.isKeyName(name)) {
            throw new IllegalArgumentException("not the name of a key: " + name);
        }
    }

    static NoteSignature read(String line) throws Malformation {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformation("not a signature line: dash, name, signature");
        }
        String name = line.substring(DASH.length(), space);
        Bytes bytes = Strict.base64(line.substring(space + 1));
        if (!Strict.isKeyName(name) || bytes.size() <= ID_SIZE) {
            throw new Malformation("not a signature line: bad name or too short");
        }
        int id = ByteBuffer.wrap(bytes.raw()).getInt();
        return new NoteSignature(name, id, bytes.slice(ID_SIZE, bytes.size()));
    }

    String line() {
        byte[] bytes =
                ByteBuffer.allocate(ID_SIZE + signature.size())
                        .putInt(keyId)
                        .put(signature.raw())
                        .array();
        return DASH + name + " " + Bytes.of(bytes).base64();
    }
}
