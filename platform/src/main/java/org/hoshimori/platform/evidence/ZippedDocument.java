package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Office documents are ZIP files; this looks at the list of their parts, and unpacks nothing but
/// the two small parts that say what the document is.
final class ZippedDocument {

    private static final int MOST_PARTS = 20_000;
    private static final long MOST_UNPACKED = 500L * 1024 * 1024;
    private static final int LARGEST_LABEL = 1024 * 1024;

    private static final Map<String, FileKind> OPEN_DOCUMENT =
            Map.of(
                    FileKind.ODT.mediaType(), FileKind.ODT,
                    FileKind.ODS.mediaType(), FileKind.ODS,
                    FileKind.ODP.mediaType(), FileKind.ODP);

    private ZippedDocument() {}

    static Recognition recognise(Path file, FileName name) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_PARTS) {
                return Recognition.Unfit.because("bomb");
            }
            List<? extends ZipEntry> parts = zip.stream().toList();
            if (parts.stream().mapToLong(part -> Math.max(0, part.getSize())).sum()
                    > MOST_UNPACKED) {
                return Recognition.Unfit.because("bomb");
            }
            List<String> names =
                    parts.stream().map(part -> part.getName().toLowerCase(Locale.ROOT)).toList();
            if (names.contains("meta-inf/manifest.mf") && !names.contains("mimetype")
                    || names.contains("classes.dex")) {
                return Recognition.Unfit.because("executable");
            }
            Optional<FileKind> kind = kind(zip, names);
            if (kind.isEmpty()) {
                return Recognition.Unfit.because("archive");
            }
            return hasMacros(zip, names)
                    ? Recognition.Unfit.because("macro")
                    : new Recognition.Known(kind.get(), name);
        } catch (ZipException | IllegalArgumentException e) {
            // Not a readable ZIP, or names in no known encoding: nobody could look at it.
            return Recognition.Unfit.because("unknown");
        }
    }

    private static Optional<FileKind> kind(ZipFile zip, List<String> names) throws IOException {
        if (names.contains("[content_types].xml")) {
            if (names.contains("xl/workbook.xml")) {
                return Optional.of(FileKind.XLSX);
            }
            if (names.contains("word/document.xml")) {
                return Optional.of(FileKind.DOCX);
            }
            return names.contains("ppt/presentation.xml")
                    ? Optional.of(FileKind.PPTX)
                    : Optional.empty();
        }
        return Optional.ofNullable(OPEN_DOCUMENT.get(label(zip, "mimetype").strip()));
    }

    private static boolean hasMacros(ZipFile zip, List<String> names) throws IOException {
        return names.stream()
                        .anyMatch(part ->
                                part.endsWith("vbaproject.bin")
                                        || part.contains("activex/")
                                        || part.contains("macrosheets/")
                                        || part.startsWith("basic/")
                                        || part.startsWith("scripts/"))
                || label(zip, "[Content_Types].xml")
                        .toLowerCase(Locale.ROOT)
                        .contains("macroenabled");
    }

    private static String label(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_LABEL), StandardCharsets.UTF_8);
        }
    }
}
