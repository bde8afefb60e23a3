package org.hoshimori.network.file;

import java.util.ArrayList;
import java.util.List;

/// Takes names of companies, one a row; other columns are passed over when the first row names
/// them.
final class NameRows extends TableRows {
    private final List<String> names = new ArrayList<>();
    private int company;

    NameRows(String file) {
        super(file, List.of("company"), List.of("company"));
    }

    @Override
    void begin(Header header) {
        company = header.of("company");
    }

    @Override
    void take(Table table, Cells cells) throws Cells.Wrong {
        String name = cells.text(company);
        if (name.isEmpty()) {
            throw new Cells.Wrong(company, "会社がありません", "the company is missing");
        }
        names.add(name);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
