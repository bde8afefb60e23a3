package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A check sheet of the motor industry as a member may have it, with words of our own: the official
/// one is not ours to keep here. A block about the company, headings in two rows, headings in
/// between, blank rows, full-width digits, labels merged over their rows.
final class CheckSheet {
    /// Conditions of each label at level 1, as the public knows them; 0 where a label begins later.
    private static final int[] FIRST = {
        2, 2, 2, 3, 3, 2, 5, 2, 3, 3, 3, 3, 1, 3, 1, 2, 0, 4, 1, 0, 0, 2, 0, 3
    };

    private static final String[] TITLES = {"方針", "機密情報を扱うルール"};

    private CheckSheet() {}

    /// Which level and label each number has in this sheet: in the order of the labels, as a
    /// publisher numbers, and so other than our stand-in.
    record Condition(int number, int level, int label) {}

    static List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        int second = 0;
        int third = 0;
        for (int label = 1; label <= FIRST.length; label++) {
            int twos = label == FIRST.length ? 74 - second : 3;
            int threes = label == FIRST.length ? 29 - third : 1;
            second += twos;
            third += threes;
            add(conditions, label, 1, FIRST[label - 1]);
            add(conditions, label, 2, twos);
            add(conditions, label, 3, threes);
        }
        return conditions;
    }

    private static void add(List<Condition> conditions, int label, int level, int count) {
        for (int i = 0; i < count; i++) {
            conditions.add(new Condition(conditions.size() + 1, level, label));
        }
    }

    static byte[] bytes(IntFunction<String> answer) {
        return bytes(conditions(), answer);
    }

    /// @param answer what stands in the column of the result for a number
    static byte[] bytes(List<Condition> conditions, IntFunction<String> answer) {
        Sketch sketch =
                new Sketch()
                        .tab("はじめに")
                        .row("このシートの使い方")
                        .row("No", "説明")
                        .row("1", "会社の名前を書く")
                        .row("2", "評価結果を選ぶ")
                        .tab("チェックシート")
                        .row(null, "サイバーセキュリティ チェックシート")
                        .row(null, "会社名", "試験株式会社")
                        .row(null, "回答者", "山田")
                        .blank()
                        .row("項番", "ラベル", "", "目的", "要求事項", "レベル", "達成条件", "達成基準", "評価", "", "集計")
                        .row("", "No.", "名称", "", "", "", "", "", "評価結果", "コメント", "")
                        .merge("B5:C5")
                        .merge("I5:J5")
                        .merge("A5:A6");
        int label = 0;
        int first = 0;
        for (Condition each : conditions) {
            if (each.label != label) {
                merge(sketch, first);
                sketch.blank().row("〔" + each.label + "〕 次のラベル");
                label = each.label;
                first = sketch.line() + 1;
            }
            boolean head = first == sketch.line() + 1;
            sketch.row(
                    wide(each.number),
                    head ? Integer.toString(each.label) : "",
                    head && each.label <= TITLES.length ? TITLES[each.label - 1] : "",
                    head ? "目的" + each.label : "",
                    head ? "求め" + each.label : "",
                    "Lv" + each.level,
                    "自社の条件 " + each.number,
                    "基準の文",
                    answer.apply(each.number),
                    "",
                    "=COUNTA(I" + (sketch.line() + 1) + ")");
        }
        merge(sketch, first);
        return sketch.blank().row("以上").bytes();
    }

    private static void merge(Sketch sketch, int first) {
        if (first > 0 && sketch.line() > first) {
            for (String column : List.of("B", "C", "D", "E")) {
                sketch.merge(column + first + ":" + column + sketch.line());
            }
        }
    }

    private static String wide(int number) {
        return Integer.toString(number)
                .chars()
                .map(c -> number % 2 == 0 ? c : c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
