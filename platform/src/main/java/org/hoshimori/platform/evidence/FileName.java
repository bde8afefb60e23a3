package org.hoshimori.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// A file's name that can do no harm: no path, no control characters (header injection), no
/// characters that turn the reading direction (so that `exe.fdp` cannot pose as `pdf.exe`), nothing
/// a file system refuses. Letters of every script stay.
///
/// @param value at most 200 bytes of UTF-8, never empty
record FileName(String value) {

    private static final int MOST_BYTES = 200;

    static FileName clean(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                        // Format characters: direction marks, zero-width spaces, byte order marks.
                        .replaceAll("\\p{Cf}", "");
        // Composed only now: what was taken out may have stood between a letter and its mark.
        plain =
                Normalizer.normalize(plain, Normalizer.Form.NFC)
                        .replaceAll("[<>:\"|?*%]", "_")
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .replaceAll("^[. ]+|[. ]+$", "");
        return new FileName(shortened(plain.isEmpty() ? "file" : plain));
    }

    /// Lower case without the dot; empty when there is none.
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    FileName with(String extension) {
        return new FileName(shortened(value + "." + extension));
    }

    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - end.length());
        while ((stem + end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.replaceAll("[. ]+$", "") + end;
    }
}
