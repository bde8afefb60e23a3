package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out what a file is by its bytes, and refuses what must not be evidence. What the sender
/// claims (media type, ending of the name) must agree with it.
final class Recogniser {

    private static final int HEAD = 8 * 1024;

    private static final Map<String, Set<String>> ENDINGS =
            Map.of(
                    "executable",
                    Set.of(
                            ("exe dll com scr pif cpl msi msp bat cmd ps1 psm1 vbs vbe vb js jse mjs wsf wsh hta jar class "
                                            + "lnk reg sh bash zsh csh command py pl rb php apk ipa deb rpm dmg pkg iso img vhd vhdx "
                                            + "scf url chm inf sys drv ocx gadget application desktop swf")
                                    .split(" ")),
                    "active",
                    Set.of(
                            "html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "mht", "mhtml",
                            "xml", "xsl"),
                    "macro",
                    Set.of(
                            "docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm",
                            "ppam", "sldm"),
                    "old-office",
                    Set.of("doc", "dot", "xls", "xlt", "ppt", "pps", "msg"),
                    "archive",
                    Set.of(
                            "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "lzh", "lha",
                            "cab", "zst"));

    /// Bytes a file begins with, in hex.
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of(
                    "executable",
                    List.of(
                            "4d5a", // PE and DOS
                            "7f454c46", // ELF
                            "feedface",
                            "feedfacf",
                            "cefaedfe",
                            "cffaedfe", // Mach-O
                            "cafebabe", // Mach-O for several processors; Java class
                            "2321", // #!
                            "efbbbf2321", // #! after a mark
                            "4c0000000114020000", // Windows shortcut
                            "6465780a", // Android
                            "0061736d"), // WebAssembly
                    "old-office",
                    List.of("d0cf11e0a1b11ae1"), // OLE2: old Office, or a password
                    "archive",
                    List.of(
                            "526172211a07",
                            "377abcaf271c",
                            "1f8b08",
                            "425a68",
                            "fd377a585a00",
                            "28b52ffd",
                            "4d534346"));

    private Recogniser() {}

    /// @param claimed the media type the sender names; may be empty
    static Recognition of(Path file, FileName name, String claimed) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            return Recognition.Unfit.because("empty");
        }
        Optional<String> barred = barred(name.extension(), head);
        if (barred.isPresent()) {
            return Recognition.Unfit.because(barred.get());
        }
        Recognition found = content(file, head, name);
        return found instanceof Recognition.Known(FileKind kind, _)
                ? agreeing(kind, name, claimed)
                : found;
    }

    private static Recognition content(Path file, byte[] head, FileName name) throws IOException {
        Optional<FileKind> magic = magic(head);
        if (magic.isPresent()) {
            return new Recognition.Known(magic.get(), name);
        }
        return begins(head, "504b0304") || begins(head, "504b0506")
                ? ZippedDocument.recognise(file, name)
                : PlainText.recognise(file, name);
    }

    /// The ending and the claim must fit what was found; an ending we do not know gets one added.
    private static Recognition agreeing(FileKind found, FileName name, String claimed) {
        Optional<FileKind> told = FileKind.ofExtension(name.extension());
        boolean bothText = found.isText() && told.filter(FileKind::isText).isPresent();
        if (told.isPresent() && told.get() != found && !bothText) {
            return Recognition.Unfit.because(
                    "ending", name.extension(), found.extensions().getFirst());
        }
        FileKind kind = told.orElse(found);
        if (!kind.fits(claimed)) {
            return Recognition.Unfit.because("claimed", claimed, kind.mediaType());
        }
        return new Recognition.Known(
                kind, told.isPresent() ? name : name.with(kind.extensions().getFirst()));
    }

    private static Optional<String> barred(String extension, byte[] head) {
        for (String reason : BEGINNINGS.keySet()) {
            if (BEGINNINGS.getOrDefault(reason, List.of()).stream()
                    .anyMatch(beginning -> begins(head, beginning))) {
                return Optional.of(reason);
            }
        }
        return ENDINGS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(extension))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<FileKind> magic(byte[] head) {
        if (begins(head, HexFormat.of().formatHex("%PDF-".getBytes(StandardCharsets.US_ASCII)))) {
            return Optional.of(FileKind.PDF);
        }
        if (begins(head, "89504e470d0a1a0a")) {
            return Optional.of(FileKind.PNG);
        }
        if (begins(head, "ffd8ff")) {
            return Optional.of(FileKind.JPEG);
        }
        if (begins(head, "474946383761") || begins(head, "474946383961")) {
            return Optional.of(FileKind.GIF);
        }
        return begins(head, "52494646")
                        && head.length > 12
                        && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("WEBP")
                ? Optional.of(FileKind.WEBP)
                : Optional.empty();
    }

    private static boolean begins(byte[] head, String hex) {
        byte[] beginning = HexFormat.of().parseHex(hex);
        return head.length >= beginning.length
                && java.util.Arrays.equals(
                        head, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
