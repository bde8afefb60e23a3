package org.hoshimori.platform.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text that stays text: readable in an encoding of ours from the first to the last character, and
/// nothing that a browser or a shell would run.
final class PlainText {

    private static final int HEAD = 4096;

    private static final Pattern MARKUP =
            Pattern.compile(
                    "\\A[\\s\\uFEFF]*(<!--.*?-->\\s*)*<(!doctype|html|head|body|script|svg|iframe|object|embed|\\?xml|\\?php|%|hta:|xsl|meta|link|style|form|img|a\\s).*",
                    Pattern.DOTALL);
    private static final Pattern BATCH =
            Pattern.compile(
                    "\\A[\\s\\uFEFF]*(@echo\\s+off|windows registry editor).*", Pattern.DOTALL);
    private static final Pattern MAIL =
            Pattern.compile("\\A[a-z][a-z0-9-]*:[ \\t].*", Pattern.DOTALL);
    private static final Pattern ATTACHED_PROGRAM =
            Pattern.compile(
                    "name\\*?\\d*\\*?=.*\\.(exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|lnk|msi|iso|img|chm|html?|svg|docm|xlsm|pptm)\\b");

    private PlainText() {}

    static Recognition recognise(Path file, FileName name) throws IOException {
        for (Charset charset : encodings(file)) {
            try (var reader = reader(file, charset)) {
                return judge(reader, name);
            } catch (CharacterCodingException e) {
                // Not this encoding; the next one may be it.
                continue;
            }
        }
        return Recognition.Unfit.because("unknown");
    }

    private static Recognition judge(BufferedReader reader, FileName name) throws IOException {
        var head = new char[HEAD];
        reader.mark(HEAD);
        int length = Math.max(0, reader.read(head));
        reader.reset();
        String beginning = new String(head, 0, length).toLowerCase(Locale.ROOT);
        boolean mail = name.extension().equals("eml");
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.chars().anyMatch(PlainText::unprintable)) {
                return Recognition.Unfit.because("unknown");
            }
            if (mail && ATTACHED_PROGRAM.matcher(line.toLowerCase(Locale.ROOT)).find()) {
                return Recognition.Unfit.because("mail");
            }
        }
        if (MARKUP.matcher(beginning).matches()) {
            return Recognition.Unfit.because("active");
        }
        if (BATCH.matcher(beginning).matches()) {
            return Recognition.Unfit.because("executable");
        }
        if (mail && !MAIL.matcher(beginning).matches()) {
            return Recognition.Unfit.because("unknown");
        }
        return new Recognition.Known(mail ? FileKind.EML : FileKind.TEXT, name);
    }

    /// Escape sequences occur in logs and in ISO-2022-JP; other control characters do not.
    private static boolean unprintable(int c) {
        return c < ' ' && c != '\t' && c != '\f' && c != 0x1B || c == 0x7F || c == 0xFFFE;
    }

    private static List<Charset> encodings(Path file) throws IOException {
        byte[] mark;
        try (InputStream in = Files.newInputStream(file)) {
            mark = in.readNBytes(2);
        }
        boolean wide =
                mark.length == 2
                        && ((mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)
                                || (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE));
        return wide
                ? List.of(StandardCharsets.UTF_16)
                : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                HEAD * 2);
    }
}
