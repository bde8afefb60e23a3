package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.List;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Placing;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheet.Difference;
import org.jspecify.annotations.Nullable;

/// What an import changed, or would change.
///
/// @param recognised what the file was taken for
/// @param sheet null when the file held answers only
record ImportReport(
        Path file,
        String recognised,
        Edition edition,
        AnswerFile.Read answers,
        @Nullable OfficialSheet sheet,
        AnswerChanges changes,
        boolean dryRun) {
    /// Differences of one kind that are printed.
    private static final int MOST = 20;

    String json() {
        Json json = new Json();
        json.object()
                .put("file", file.toString())
                .put("recognised", recognised)
                .put("scheme", edition.scheme())
                .put("edition", edition.id())
                .put("dry_run", dryRun);
        json.key("answers").object().put("read", answers.answers().byCriterion().size());
        ids(json, "added", changes.added());
        ids(json, "changed", changes.changed());
        ids(json, "removed", changes.removed());
        json.end();
        if (sheet != null) {
            json.key("wording")
                    .object()
                    .put("requirements", sheet.wording().requirements().size())
                    .put("criteria", sheet.wording().criteria().size())
                    .put("levels", sheet.wording().placing().levels().size())
                    .put("placed", sheet.wording().placing().requirements().size())
                    .put("sha256", sheet.wording().sha256())
                    .key("differences")
                    .array();
            for (Difference difference : sheet.differences()) {
                json.object()
                        .put("kind", difference.kind().code())
                        .put("id", difference.id())
                        .put("ours", difference.ours())
                        .put("theirs", difference.theirs())
                        .end();
            }
            json.end().end();
        }
        return json.end().toString();
    }

    private static void ids(Json json, String key, List<String> ids) {
        json.key(key).array();
        ids.forEach(json::value);
        json.end();
    }

    void print(Console console) {
        if (sheet != null) {
            printWording(console, sheet);
        }
        console.line(
                new Text(
                        "回答 %d件: 追加 %d、変更 %d、削除 %d"
                                .formatted(
                                        answers.answers().byCriterion().size(),
                                        changes.added().size(),
                                        changes.changed().size(),
                                        changes.removed().size()),
                        "%d answers: %d added, %d changed, %d removed"
                                .formatted(
                                        answers.answers().byCriterion().size(),
                                        changes.added().size(),
                                        changes.changed().size(),
                                        changes.removed().size())));
        if (dryRun) {
            console.line(new Text("試しただけで、何も変えていません。", "Only tried: nothing was changed."));
        }
    }

    private static void printWording(Console console, OfficialSheet sheet) {
        console.line(
                new Text(
                        "公式のシート: 要求事項 %d、評価基準 %d の文"
                                .formatted(
                                        sheet.wording().requirements().size(),
                                        sheet.wording().criteria().size()),
                        "official sheet: wording of %d requirements and %d criteria"
                                .formatted(
                                        sheet.wording().requirements().size(),
                                        sheet.wording().criteria().size())));
        Placing placing = sheet.wording().placing();
        if (!placing.isEmpty()) {
            console.line(
                    new Text(
                            "このシートで分かった段階 %d件、要求事項 %d件 (この環境だけで使い、書き出しません)"
                                    .formatted(
                                            placing.levels().size(), placing.requirements().size()),
                            "levels that this sheet tells: %d, requirements: %d (used here only, never exported)"
                                    .formatted(
                                            placing.levels().size(),
                                            placing.requirements().size())));
        }
        long wording = of(sheet, Difference.Kind.WORDING).size();
        if (wording > 0) {
            console.line(
                    new Text(
                            "文が異なる評価基準: " + wording + "件 (一覧は --json)",
                            "criteria worded differently: " + wording + " (listed with --json)"));
        }
        for (Difference.Kind kind : Difference.Kind.values()) {
            if (kind != Difference.Kind.WORDING) {
                print(console, of(sheet, kind));
            }
        }
    }

    private static List<Difference> of(OfficialSheet sheet, Difference.Kind kind) {
        return sheet.differences().stream().filter(each -> each.kind() == kind).toList();
    }

    private static void print(Console console, List<Difference> differences) {
        for (Difference each : differences.stream().limit(MOST).toList()) {
            console.out()
                    .println(
                            "  %s %s: %s → %s"
                                    .formatted(
                                            each.kind().code(),
                                            each.id(),
                                            each.ours(),
                                            each.theirs()));
        }
        int more = differences.size() - MOST;
        if (more > 0) {
            console.line(
                    new Text(
                            "  ほか " + more + "件 (一覧は --json)",
                            "  and " + more + " more (listed with --json)"));
        }
    }
}
