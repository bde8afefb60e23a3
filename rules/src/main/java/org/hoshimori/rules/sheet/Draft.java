package org.hoshimori.rules.sheet;

import java.util.Set;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// The draft of December 2025 asked 83 criteria at ★3 and 157 at ★4; the edition in force asks 81
/// and 153. Sheets of the draft still circulate, and their ids mean other things.
final class Draft {
    private static final Set<Integer> COUNTS = Set.of(83, 157);

    private Draft() {}

    /// Whether that many distinct ids, not all known, are those of the draft.
    static boolean has(int ids) {
        return COUNTS.contains(ids);
    }

    static Text reason(int ids, Edition edition) {
        return new Text(
                ids
                        + "件の評価基準があり、2025年12月の案 (★3 83件、★4 157件) のシートと思われます。"
                        + edition.id()
                        + "版は★3 81件、★4 153件です",
                ids
                        + " criteria: this looks like a sheet of the draft of December 2025 (83 for ★3, 157 for"
                        + " ★4); edition "
                        + edition.id()
                        + " has 81 and 153");
    }

    static Text remedy() {
        return new Text(
                "案と番号の意味が異なるため取り込みません。現行版のシートに回答を写してください",
                "its ids may mean other things, so nothing is taken; copy the answers into the current sheet");
    }
}
