package org.hoshimori.platform.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;

/// A workbook with the layout of the official sheet and words of our own, made by another program
/// than the one that reads it.
final class OfficialSheetSample {
    private OfficialSheetSample() {}

    static byte[] bytes() {
        try {
            Edition scs =
                    ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes")))
                            .schemes()
                            .edition("scs", "2026-03-27")
                            .orElseThrow();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(out, "Sample", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("★3・★4要求事項・評価基準");
                sheet.value(1, 5, "要求事項No.");
                sheet.value(1, 11, "評価基準No.");
                sheet.value(1, 12, "評価基準");
                for (Criterion criterion : scs.criteria()) {
                    int row = criterion.row() - 1;
                    sheet.value(row, 5, criterion.requirement());
                    sheet.value(row, 9, "公式の要求事項");
                    sheet.value(row, 10, "★" + criterion.level());
                    sheet.value(row, 11, criterion.id());
                    sheet.value(row, 12, "公式の文 " + criterion.id());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
