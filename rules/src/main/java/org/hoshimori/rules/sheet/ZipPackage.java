package org.hoshimori.rules.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.hoshimori.rules.Text;

/// The parts of an Office Open XML file, from a zip that may be hostile: nothing is unpacked before
/// its kind is known, and unpacking stops at a bound, whatever the zip says of itself.
final class ZipPackage implements AutoCloseable {
    private static final Text SAVE_AGAIN =
            new Text(
                    "表計算ソフトで開き、XLSXとして保存し直してください",
                    "open it in a spreadsheet and save it again as XLSX");

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long unzipped;

    private ZipPackage(ZipFile zip) {
        this.zip = zip;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && bytes[2] == 3
                && bytes[3] == 4;
    }

    /// [MS-CFB]: what Office writes when a workbook has a password, and the form before 2007.
    static boolean isCompoundFile(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] & 0xFF) == 0xD0
                && (bytes[1] & 0xFF) == 0xCF
                && bytes[2] == 0x11
                && (bytes[3] & 0xFF) == 0xE0;
    }

    static Unreadable compoundFile() {
        return new Unreadable(
                new Text(
                        "パスワード付きのブック、または古い形式 (.xls) です",
                        "a workbook with a password, or in the old .xls form"),
                new Text(
                        "パスワードを外し、XLSXとして保存し直してください",
                        "take the password off and save it again as XLSX"));
    }

    static ZipPackage open(byte[] bytes) throws Unreadable {
        try {
            ZipPackage opened =
                    new ZipPackage(
                            ZipFile.builder()
                                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                                    .setIgnoreLocalFileHeader(true)
                                    .get());
            opened.admit();
            return opened;
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private void admit() throws Unreadable {
        long declared = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            declared += Math.max(0, entry.getSize());
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (entries.put(entry.getName(), entry) != null) {
                throw broken();
            }
            if (name.endsWith("vbaproject.bin") || name.contains("xl/macrosheets/")) {
                throw new Unreadable(
                        new Text("マクロを含むブックは受け付けません", "workbooks with macros are refused"),
                        new Text(
                                "マクロなしのブック (.xlsx) として保存し直してください",
                                "save it again as a workbook without macros (.xlsx)"));
            }
        }
        if (declared > Limits.UNZIPPED_BYTES || entries.size() > Limits.ENTRIES) {
            throw Limits.bomb();
        }
        if (!entries.containsKey("[Content_Types].xml")) {
            throw new Unreadable(new Text("XLSXではありません", "not an XLSX file"), SAVE_AGAIN);
        }
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// The content of a part, inflated no further than the bound.
    byte[] part(String name) throws Unreadable {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw broken();
        }
        long most =
                Math.min(
                        Limits.UNZIPPED_BYTES - unzipped,
                        Math.max(1 << 20, entry.getCompressedSize() * Limits.RATIO));
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] read = content.readNBytes((int) most + 1);
            unzipped += read.length;
            if (read.length > most) {
                throw Limits.bomb();
            }
            return read;
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    static Unreadable broken() {
        return new Unreadable(new Text("ブックが壊れています", "the workbook is broken"), SAVE_AGAIN);
    }

    /// The same zip with the content of some parts replaced and all other entries copied as they
    /// are, compressed bytes and all.
    byte[] with(Map<String, byte[]> parts) throws Unreadable {
        SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream target = new ZipArchiveOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                byte[] content = parts.get(entry.getName());
                if (content != null) {
                    ZipArchiveEntry replaced = new ZipArchiveEntry(entry.getName());
                    replaced.setTime(entry.getTime());
                    target.putArchiveEntry(replaced);
                    target.write(content);
                    target.closeArchiveEntry();
                } else {
                    try (InputStream raw = zip.getRawInputStream(entry)) {
                        target.addRawArchiveEntry(entry, raw);
                    }
                }
            }
            target.finish();
            return Arrays.copyOf(out.array(), (int) out.size());
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing memory", e);
        }
    }
}
