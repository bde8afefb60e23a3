package org.hoshimori.network.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which column holds what. A table may name its columns in its first row, in any order; without
/// names they stand in the order of the contract.
///
/// @param columns what each column holds; `""` for one that is not used
/// @param named whether the first row is names rather than content
record Header(List<String> columns, boolean named) {
    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("purchaser", "purchaser"),
                    Map.entry("buyer", "purchaser"),
                    Map.entry("発注者", "purchaser"),
                    Map.entry("from", "purchaser"),
                    Map.entry("to", "supplier"),
                    Map.entry("supplier", "supplier"),
                    Map.entry("受注者", "supplier"),
                    Map.entry("weight", "weight"),
                    Map.entry("amount", "weight"),
                    Map.entry("重み", "weight"),
                    Map.entry("取引額", "weight"),
                    Map.entry("required", "required"),
                    Map.entry("求める段階", "required"),
                    Map.entry("kind", "kind"),
                    Map.entry("kinds", "kind"),
                    Map.entry("依存", "kind"),
                    Map.entry("company", "company"),
                    Map.entry("id", "company"),
                    Map.entry("会社", "company"),
                    Map.entry("法人番号", "company"),
                    Map.entry("level", "level"),
                    Map.entry("段階", "level"),
                    Map.entry("industry", "industry"),
                    Map.entry("業種", "industry"),
                    Map.entry("prefecture", "prefecture"),
                    Map.entry("都道府県", "prefecture"),
                    Map.entry("size", "size"),
                    Map.entry("規模", "size"));

    /// @param order the columns by place when the first row does not name them; those in `needed`
    ///   must be there
    static Header of(Table table, List<String> order, List<String> needed) {
        List<String> columns = new ArrayList<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            String text =
                    new String(
                                    table.bytes(),
                                    table.from(cell),
                                    table.to(cell) - table.from(cell),
                                    StandardCharsets.UTF_8)
                            .strip()
                            .toLowerCase(Locale.ROOT);
            columns.add(text.startsWith("level:") ? text : ALIASES.getOrDefault(text, ""));
        }
        return columns.containsAll(needed)
                ? new Header(List.copyOf(columns), true)
                : new Header(order, false);
    }

    /// The place of a column, or -1.
    int of(String column) {
        return columns.indexOf(column);
    }
}
