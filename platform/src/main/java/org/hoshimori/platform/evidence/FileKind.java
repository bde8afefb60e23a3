package org.hoshimori.platform.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What evidence may be: forms that an expert can look at and that nothing executes (ADR 0012).
/// Archives are left out, because nobody sees what is in them.
enum FileKind {
    PDF("application/pdf", List.of("pdf"), "application/(x-)?pdf"),
    PNG("image/png", List.of("png"), "image/(x-)?png"),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jpe", "jfif"), "image/(pjpeg|jpe?g)"),
    GIF("image/gif", List.of("gif"), "image/gif"),
    WEBP("image/webp", List.of("webp"), "image/webp"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            "application/vnd\\.(ms-excel|openxmlformats-officedocument\\.spreadsheetml\\.sheet)"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            "application/(msword|vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.document)"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            List.of("pptx"),
            "application/vnd\\.(ms-powerpoint|openxmlformats-officedocument\\.presentationml\\.presentation)"),
    ODT(
            "application/vnd.oasis.opendocument.text",
            List.of("odt"),
            "application/vnd\\.oasis\\.opendocument\\.text"),
    ODS(
            "application/vnd.oasis.opendocument.spreadsheet",
            List.of("ods"),
            "application/vnd\\.oasis\\.opendocument\\.spreadsheet"),
    ODP(
            "application/vnd.oasis.opendocument.presentation",
            List.of("odp"),
            "application/vnd\\.oasis\\.opendocument\\.presentation"),
    /// Plain text in UTF-8, UTF-16 with its mark, or Shift_JIS.
    TEXT(
            "text/plain",
            List.of("txt", "log", "conf", "cfg", "ini", "json", "yaml", "yml"),
            "text/(?!html|javascript|xml).*"),
    MARKDOWN("text/markdown", List.of("md"), "text/(?!html|javascript|xml).*"),
    CSV(
            "text/csv",
            List.of("csv", "tsv"),
            "text/(?!html|javascript|xml).*|application/vnd\\.ms-excel"),
    EML("message/rfc822", List.of("eml"), "message/rfc822|text/plain");

    /// Claims that say nothing about the content.
    private static final Pattern NEUTRAL =
            Pattern.compile(
                    "application/(octet-stream|binary|unknown|zip|x-zip-compressed|(x-)?yaml|json|force-download)?|");

    private final String mediaType;
    private final List<String> extensions;
    private final Pattern claims;

    FileKind(String mediaType, List<String> extensions, String claims) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.claims = Pattern.compile(claims);
    }

    String mediaType() {
        return mediaType;
    }

    List<String> extensions() {
        return extensions;
    }

    boolean isText() {
        return this == TEXT || this == MARKDOWN || this == CSV || this == EML;
    }

    /// Whether a sender's claim about the content can be true of this kind.
    ///
    /// @param claimed a media type, parameters allowed; empty when nothing was claimed
    boolean fits(String claimed) {
        String plain = claimed.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return NEUTRAL.matcher(plain).matches() || claims.matcher(plain).matches();
    }

    static Optional<FileKind> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .findFirst();
    }
}
