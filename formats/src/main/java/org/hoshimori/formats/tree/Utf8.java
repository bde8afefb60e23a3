package org.hoshimori.formats.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Text of a file that must be UTF-8, with or without its mark.
public final class Utf8 {
    private Utf8() {}

    /// @throws Unreadable at the first byte that is none
    public static String decode(byte[] bytes) throws Unreadable {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new Unreadable(
                    place(text, text.length()),
                    "UTF-8ではない文字があります。UTF-8で保存し直してください",
                    "not UTF-8 from here on; save it again as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Text that may be UTF-16 when it says so with its mark, as XML may.
    ///
    /// @throws Unreadable when it is neither
    public static String orUtf16(byte[] bytes) throws Unreadable {
        boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0x1FD;
        if (!marked) {
            return decode(bytes);
        }
        try {
            return StandardCharsets.UTF_16.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(
                    Place.START,
                    "UTF-16として読めません。UTF-8で保存し直してください",
                    "not valid UTF-16; save it again as UTF-8");
        }
    }

    /// The place of a character.
    static Place place(String text, int position) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new Place(line, position - start + 1);
    }
}
