package org.hoshimori.rules.sheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// The door for the scheme's official sheet: takes over its wording, and fills answers into the
/// user's own copy.
public final class OfficialSheets {
    private OfficialSheets() {}

    /// Whether a file is the official sheet (of whatever edition) rather than another workbook.
    public static boolean recognises(byte[] bytes, Edition edition) {
        if (bytes.length > Limits.FILE_BYTES || !ZipPackage.isZip(bytes)) {
            return false;
        }
        try (Workbook workbook = Workbook.open("", bytes)) {
            return OfficialLayout.find(workbook, edition).isPresent();
        } catch (Unreadable e) {
            return false;
        }
    }

    /// Reads wording and answers and lists where the sheet differs from our catalogue.
    public static OfficialSheet.Reading read(String name, byte[] bytes, Edition edition) {
        try (Workbook workbook = open(name, bytes)) {
            OfficialLayout layout = layout(workbook, edition);
            List<RowFault> faults = layout.faults(edition);
            return faults.isEmpty()
                    ? new OfficialSheet.Reading.Read(
                            OfficialReader.read(layout, edition, sha256(bytes)))
                    : new OfficialSheet.Reading.Refused(faults);
        } catch (Unreadable e) {
            return new OfficialSheet.Reading.Refused(List.of(e.in(name)));
        }
    }

    /// Writes 自己評価 and 理由 into the user's copy. Columns are added after the last when they are not
    /// there; every other cell, and every other part of the file, stays as it was to the byte.
    public static OfficialSheet.Filling fill(
            String name, byte[] bytes, Edition edition, Answers answers) {
        try (Workbook workbook = open(name, bytes)) {
            OfficialLayout layout = layout(workbook, edition);
            List<RowFault> faults = new ArrayList<>(layout.faults(edition));
            OfficialFilling filling = new OfficialFilling(layout, answers);
            if (faults.isEmpty()) {
                faults.addAll(filling.faults());
            }
            return faults.isEmpty()
                    ? new OfficialSheet.Filling.Filled(filling.fill())
                    : new OfficialSheet.Filling.Refused(faults);
        } catch (Unreadable e) {
            return new OfficialSheet.Filling.Refused(List.of(e.in(name)));
        }
    }

    private static Workbook open(String name, byte[] bytes) throws Unreadable {
        if (bytes.length > Limits.FILE_BYTES) {
            throw Limits.tooLarge();
        }
        if (ZipPackage.isCompoundFile(bytes)) {
            throw ZipPackage.compoundFile();
        }
        if (!ZipPackage.isZip(bytes)) {
            throw new Unreadable(new Text("XLSXではありません", "not an XLSX file"), chooseOfficial());
        }
        return Workbook.open(name, bytes);
    }

    private static OfficialLayout layout(Workbook workbook, Edition edition) throws Unreadable {
        return OfficialLayout.find(workbook, edition)
                .orElseThrow(() ->
                        new Unreadable(
                                new Text(
                                        "公式のシート (★3・★4要求事項・評価基準) が見つかりません",
                                        "no sheet with the layout of the official one"),
                                chooseOfficial()));
    }

    private static Text chooseOfficial() {
        return new Text("IPAが公開している公式のXLSXを選んでください", "choose the official XLSX that IPA publishes");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
