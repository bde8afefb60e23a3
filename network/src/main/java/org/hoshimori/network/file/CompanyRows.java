package org.hoshimori.network.file;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.network.Network;
import org.hoshimori.network.NetworkBuilder;

/// Takes rows of `company,level[,industry[,prefecture[,size]]]`; `level:<scheme>` names a column of
/// another scheme.
final class CompanyRows extends TableRows {
    /// A column of levels.
    private record LevelColumn(String scheme, int column) {}

    private final NetworkBuilder builder;
    private final List<LevelColumn> levels = new ArrayList<>();
    private int company;
    private int industry;
    private int prefecture;
    private int size;

    CompanyRows(NetworkBuilder builder, String file) {
        super(file, NetworkFiles.COMPANY, List.of("company"));
        this.builder = builder;
    }

    @Override
    void begin(Header header) {
        company = header.of("company");
        industry = header.of("industry");
        prefecture = header.of("prefecture");
        size = header.of("size");
        for (int i = 0; i < header.columns().size(); i++) {
            String column = header.columns().get(i);
            if (column.equals("level")) {
                levels.add(new LevelColumn(Network.SCHEME, i));
            } else if (column.startsWith("level:")) {
                levels.add(new LevelColumn(column.substring("level:".length()), i));
            }
        }
    }

    @Override
    void take(Table table, Cells cells) throws Cells.Wrong {
        int[] level = new int[levels.size()];
        for (int i = 0; i < level.length; i++) {
            level[i] = cells.level(levels.get(i).column());
        }
        float amount = cells.amount(size, Float.NaN);
        String industryText = cells.text(industry);
        String prefectureText = cells.text(prefecture);
        CompanyIds.at(table, cells, company, "会社", "the company");
        int number = builder.company(table.bytes(), cells.from(), cells.to());
        if (!builder.list(number)) {
            throw new Cells.Wrong(
                    company,
                    "この会社は前の行にもあります: " + cells.text(company),
                    "this company stands in an earlier row, too: " + cells.text(company));
        }
        for (int i = 0; i < level.length; i++) {
            builder.level(number, levels.get(i).scheme(), level[i]);
        }
        if (!industryText.isEmpty()) {
            builder.industry(number, industryText);
        }
        if (!prefectureText.isEmpty()) {
            builder.prefecture(number, prefectureText);
        }
        if (!Float.isNaN(amount)) {
            builder.size(number, amount);
        }
    }
}
