package org.hoshimori.rules.sheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// The door for the scheme's official sheet: takes over its wording, and fills answers into the
/// user's own copy.
public final class OfficialSheets {
    private OfficialSheets() {}

    /// Whether a file is the scheme's own sheet (of whatever edition) with what it asks, rather
    /// than another workbook or answers alone.
    public static boolean recognises(byte[] bytes, Edition edition) {
        if (bytes.length > Limits.FILE_BYTES || !ZipPackage.isZip(bytes)) {
            return false;
        }
        try (Workbook workbook = Workbook.open("", bytes)) {
            return OfficialLayout.find(workbook, edition).stream()
                    .anyMatch(layout -> layout.columns().tells());
        } catch (Unreadable e) {
            return false;
        }
    }

    /// Whose sheet a file is, by what stands in it: the edition of which it holds the largest
    /// share, and not much else. Nothing when it is none's.
    public static Optional<Edition> whose(byte[] bytes, List<Edition> editions) {
        if (bytes.length > Limits.FILE_BYTES || !ZipPackage.isZip(bytes)) {
            return Optional.empty();
        }
        Edition best = null;
        double most = 0;
        for (Edition edition : editions) {
            // Opened anew for each: a package counts what is unpacked of it.
            try (Workbook workbook = Workbook.open("", bytes)) {
                double share = share(OfficialLayout.find(workbook, edition), edition);
                if (share > most) {
                    best = edition;
                    most = share;
                }
            } catch (Unreadable e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(best);
    }

    private static double share(List<OfficialLayout> layouts, Edition edition) {
        long known = 0;
        long all = 0;
        for (OfficialLayout layout : layouts) {
            known += layout.lines().stream().filter(OfficialLayout.Line::known).count();
            all += layout.lines().size();
        }
        return known / (double) Math.max(1, Math.max(all, edition.criteria().size()));
    }

    /// Reads wording and answers and lists where the sheet differs from our catalogue.
    public static OfficialSheet.Reading read(String name, byte[] bytes, Edition edition) {
        try (Workbook workbook = open(name, bytes)) {
            List<OfficialLayout> layouts = layouts(workbook, edition);
            List<RowFault> faults = OfficialLayout.faults(layouts);
            return faults.isEmpty()
                    ? new OfficialSheet.Reading.Read(
                            OfficialReader.read(layouts, edition, sha256(bytes)))
                    : new OfficialSheet.Reading.Refused(faults);
        } catch (Unreadable e) {
            return new OfficialSheet.Reading.Refused(List.of(e.in(name)));
        }
    }

    /// Writes the answers and their reasons into the user's copy. Columns are added after the last
    /// when they are not there and the form allows it; every other cell, and every other part of
    /// the file, stays as it was to the byte.
    public static OfficialSheet.Filling fill(
            String name, byte[] bytes, Edition edition, Answers answers) {
        try (Workbook workbook = open(name, bytes)) {
            List<OfficialLayout> layouts = layouts(workbook, edition);
            List<RowFault> faults = new ArrayList<>(OfficialLayout.faults(layouts));
            List<OfficialFilling> fillings = new ArrayList<>();
            for (OfficialLayout layout : layouts) {
                OfficialFilling filling = new OfficialFilling(workbook, layout, edition, answers);
                if (filling.possible()) {
                    fillings.add(filling);
                }
            }
            if (fillings.isEmpty()) {
                throw Found.noColumns(workbook);
            }
            if (faults.isEmpty()) {
                faults.addAll(OfficialFilling.withoutRow(layouts, answers));
                fillings.forEach(filling -> faults.addAll(filling.faults()));
            }
            return faults.isEmpty()
                    ? filled(workbook, fillings)
                    : new OfficialSheet.Filling.Refused(faults);
        } catch (Unreadable e) {
            return new OfficialSheet.Filling.Refused(List.of(e.in(name)));
        }
    }

    private static OfficialSheet.Filling filled(Workbook workbook, List<OfficialFilling> fillings)
            throws Unreadable {
        Map<String, byte[]> sheets = new HashMap<>();
        for (OfficialFilling filling : fillings) {
            sheets.put(filling.sheet(), filling.xml());
        }
        return new OfficialSheet.Filling.Filled(
                workbook.with(sheets),
                fillings.stream().flatMap(filling -> filling.notices().stream()).toList());
    }

    private static Workbook open(String name, byte[] bytes) throws Unreadable {
        if (bytes.length > Limits.FILE_BYTES) {
            throw Limits.tooLarge();
        }
        if (ZipPackage.isCompoundFile(bytes)) {
            throw ZipPackage.compoundFile();
        }
        if (!ZipPackage.isZip(bytes)) {
            throw new Unreadable(
                    new Text("XLSXではありません", "not an XLSX file"),
                    new Text("制度が公開しているXLSXを選んでください", "choose the XLSX that the scheme publishes"));
        }
        return Workbook.open(name, bytes);
    }

    private static List<OfficialLayout> layouts(Workbook workbook, Edition edition)
            throws Unreadable {
        List<OfficialLayout> layouts = OfficialLayout.find(workbook, edition);
        if (layouts.isEmpty()) {
            throw Found.noColumns(workbook);
        }
        return layouts;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
