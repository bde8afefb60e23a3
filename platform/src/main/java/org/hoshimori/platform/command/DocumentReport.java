package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// What a document brought, or would bring.
///
/// @param facts of the document itself, by JSON key
/// @param taking the edition it became; null for none
/// @param skipped withdrawn controls
/// @param relations how many of each kind
/// @param notices what was not understood
record DocumentReport(
        Path file,
        String recognised,
        String title,
        Map<String, String> facts,
        boolean dryRun,
        @Nullable SchemeTaking taking,
        List<String> skipped,
        Map<String, Integer> relations,
        List<Fault> notices) {
    static DocumentReport of(
            Path file,
            String recognised,
            OscalDocument document,
            boolean dryRun,
            List<Fault> notices) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("uuid", document.uuid());
        facts.put("version", document.version());
        facts.put("oscal_version", document.oscalVersion());
        facts.put("syntax", document.syntax().code());
        return new DocumentReport(
                file,
                recognised,
                document.title(),
                facts,
                dryRun,
                null,
                List.of(),
                Map.of(),
                notices);
    }

    static DocumentReport of(
            Path file, String recognised, String title, boolean dryRun, List<Fault> notices) {
        return new DocumentReport(
                file, recognised, title, Map.of(), dryRun, null, List.of(), Map.of(), notices);
    }

    DocumentReport with(SchemeTaking taking, List<String> skipped) {
        return new DocumentReport(
                file, recognised, title, facts, dryRun, taking, skipped, relations, notices);
    }

    DocumentReport with(Map<String, Integer> relations) {
        return new DocumentReport(
                file, recognised, title, facts, dryRun, taking, skipped, relations, notices);
    }

    void tell(Console console, boolean asJson) {
        if (asJson) {
            console.out().println(json(console));
        } else {
            Documents.tell(notices, console);
            print(console);
        }
    }

    private String json(Console console) {
        Json json = new Json();
        json.object()
                .put("file", file.toString())
                .put("recognised", recognised)
                .put("title", title);
        facts.forEach(json::put);
        json.put("dry_run", dryRun);
        if (taking != null) {
            Edition edition = taking.edition();
            json.put("scheme", edition.scheme()).put("edition", edition.id());
            json.key("levels").array();
            for (Level level : edition.levels()) {
                json.object()
                        .put("level", level.id())
                        .put("requirements", edition.requirementsOf(level.id()).size())
                        .put("criteria", edition.criteriaOf(level.id()).size())
                        .end();
            }
            json.end().key("criteria").object().put("read", edition.criteria().size());
            ids(json, "added", taking.added());
            ids(json, "changed", taking.changed());
            ids(json, "removed", taking.removed());
            json.end();
            ids(json, "skipped", skipped);
        }
        if (!relations.isEmpty()) {
            json.key("relations").object();
            relations.forEach((word, count) -> json.put(word, count));
            json.end();
        }
        ids(json, "notices", notices.stream().map(notice -> notice.in(console.locale())).toList());
        return json.end().toString();
    }

    private static void ids(Json json, String key, List<String> ids) {
        json.key(key).array();
        ids.forEach(json::value);
        json.end();
    }

    private void print(Console console) {
        console.out().println(recognised + ": " + title);
        if (taking != null) {
            Edition edition = taking.edition();
            console.line(
                    new Text(
                            "版 %s/%s: 評価基準 %d件 (追加 %d、変更 %d、削除 %d)、廃止のため除いたもの %d件"
                                    .formatted(
                                            edition.scheme(),
                                            edition.id(),
                                            edition.criteria().size(),
                                            taking.added().size(),
                                            taking.changed().size(),
                                            taking.removed().size(),
                                            skipped.size()),
                            "edition %s/%s: %d criteria (%d added, %d changed, %d removed), %d left out as withdrawn"
                                    .formatted(
                                            edition.scheme(),
                                            edition.id(),
                                            edition.criteria().size(),
                                            taking.added().size(),
                                            taking.changed().size(),
                                            taking.removed().size(),
                                            skipped.size())));
            for (Level level : edition.levels()) {
                console.out()
                        .println(
                                "  "
                                        + level.id()
                                        + ": "
                                        + edition.criteriaOf(level.id()).size()
                                        + "  "
                                        + console.say(level.title()));
            }
        }
        if (!relations.isEmpty()) {
            String all =
                    relations.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", "));
            console.line(new Text("対応: " + all, "relations: " + all));
        }
        if (dryRun) {
            console.line(new Text("試しただけで、何も変えていません。", "Only tried: nothing was changed."));
        }
    }
}
