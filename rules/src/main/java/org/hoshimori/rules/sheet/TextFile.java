package org.hoshimori.rules.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hoshimori.rules.Text;

/// The text of a file that may have been saved as UTF-8, with or without its mark, or as Shift_JIS
/// in Microsoft's form (CP932), as spreadsheets in Japan do.
final class TextFile {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextFile() {}

    static String decode(byte[] bytes) throws Unreadable {
        boolean marked =
                bytes.length >= 3 && Arrays.equals(bytes, 0, 3, UTF_8_MARK, 0, UTF_8_MARK.length);
        CharBuffer utf8 = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer content =
                marked ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        if (decodes(StandardCharsets.UTF_8.newDecoder(), content, utf8)) {
            return checked(utf8.flip().toString());
        }
        CharBuffer sjis = CharBuffer.allocate(bytes.length + 1);
        if (!marked
                && decodes(
                        Charset.forName("windows-31j").newDecoder(),
                        ByteBuffer.wrap(bytes),
                        sjis)) {
            return checked(sjis.flip().toString());
        }
        String readable = utf8.flip().toString();
        throw new Unreadable(
                (int) readable.chars().filter(c -> c == '\n').count() + 1,
                readable.length() - readable.lastIndexOf('\n'),
                new Text(
                        "UTF-8でもShift_JISでもない文字があります",
                        "bytes that are neither UTF-8 nor Shift_JIS"),
                new Text("「CSV UTF-8」として保存し直してください", "save it again as \"CSV UTF-8\""));
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer out) {
        decoder.onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(bytes, out, true).isError();
    }

    /// A NUL is no text in any encoding (UTF-16 without its mark, an image, a program).
    private static String checked(String text) throws Unreadable {
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(
                    new Text("文字のファイルではありません", "not a text file"),
                    new Text(
                            "CSV (UTF-8かShift_JIS) かXLSXで保存してください",
                            "save it as CSV (UTF-8 or Shift_JIS) or XLSX"));
        }
        return text;
    }
}
