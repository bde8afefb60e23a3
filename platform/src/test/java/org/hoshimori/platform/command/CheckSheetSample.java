package org.hoshimori.platform.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A check sheet of the motor industry with words of our own, made by another program than the one
/// that reads it: levels and labels lie otherwise than our stand-in has them, and one label has one
/// condition less at level 1 than the public knows.
public final class CheckSheetSample {
    private CheckSheetSample() {}

    /// @param answer what every condition of level 1 is answered with; empty for none
    public static byte[] bytes(String answer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(out, "Sample", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("チェックシート");
                sheet.value(0, 1, "会社名");
                sheet.value(0, 2, "試験株式会社");
                String[] headings = {"No.", "ラベル", "要求事項", "レベル", "達成条件", "評価結果", "コメント"};
                for (int column = 0; column < headings.length; column++) {
                    sheet.value(3, column, headings[column]);
                }
                for (int number = 1; number <= 153; number++) {
                    int row = number + 3;
                    int level = level(number);
                    int label = (number - 1) % 24 + 1;
                    sheet.value(row, 0, number);
                    sheet.value(row, 1, "ラベル" + label);
                    sheet.value(row, 2, "自社の求め" + label);
                    sheet.value(row, 3, "レベル" + level);
                    sheet.value(row, 4, "自社の条件その" + number);
                    sheet.value(row, 5, level == 1 ? answer : "");
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// 50, 74 and 29 of the three, the last first.
    static int level(int number) {
        return number <= 29 ? 3 : number <= 103 ? 2 : 1;
    }
}
