package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.SchemeDraft.DraftCriterion;
import org.hoshimori.formats.SchemeDraft.DraftLevel;
import org.hoshimori.formats.SchemeDraft.DraftRequirement;
import org.hoshimori.formats.tree.Tree;

/// Makes an edition out of a catalog (of a profile: out of the catalog it resolves to). An
/// outermost group is a category; a control that states something is a criterion; what holds it, a
/// control that states nothing itself or else the innermost group, is its requirement.
public final class CatalogDraft {
    private static final Set<String> STATEMENT = Set.of("statement");
    private static final Set<String> HELP = Set.of("guidance", "overview", "discussion");
    private static final Set<String> EVIDENCE =
            Set.of("example", "assessment-method", "evidence", "typical-evidence");
    private static final String LEVEL = "baseline";

    /// @param skipped ids of withdrawn controls
    public record Drafted(SchemeDraft draft, List<String> skipped) {
        public Drafted {
            skipped = List.copyOf(skipped);
        }
    }

    private record Holder(String id, String title, String category, String categoryTitle) {}

    private final Prose prose;
    private final Map<Holder, List<DraftCriterion>> requirements = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private CatalogDraft(Tree.Fields catalog) {
        this.prose = new Prose(catalog);
    }

    /// @param sha256 digest of the file that was given
    public static Drafted draft(OscalDocument catalog, String sha256) {
        CatalogDraft made = new CatalogDraft(catalog.content());
        Selection.each(catalog.content(), control -> made.used.add(control.text("id")));
        Holder top = new Holder("_", catalog.title(), "_", catalog.title());
        made.groups(catalog.content(), top, "", 0);
        made.controls(catalog.content(), top);
        String title = catalog.title().isBlank() ? "OSCAL" : Markdown.plainLine(catalog.title());
        String published = catalog.metadata().text("published");
        String date = published.isEmpty() ? catalog.metadata().text("last-modified") : published;
        return new Drafted(
                new SchemeDraft(
                        SchemeDraft.slug(title),
                        SchemeDraft.slug(catalog.version().isEmpty() ? "1" : catalog.version()),
                        SchemeDraft.same(title),
                        date.matches("\\d{4}-\\d\\d-\\d\\d.*")
                                ? date.substring(0, 10)
                                : "1970-01-01",
                        "OSCAL catalog \""
                                + title
                                + "\" "
                                + catalog.version()
                                + " "
                                + catalog.uuid(),
                        sha256,
                        List.of(new DraftLevel(LEVEL, "", SchemeDraft.same(title))),
                        made.requirements.entrySet().stream()
                                .map(one ->
                                        new DraftRequirement(
                                                one.getKey().id,
                                                one.getKey().category,
                                                SchemeDraft.same(one.getKey().categoryTitle),
                                                SchemeDraft.same(one.getKey().title),
                                                one.getValue()))
                                .toList()),
                made.skipped);
    }

    private void groups(Tree.Fields holder, Holder above, String path, int depth) {
        int number = 0;
        for (Tree.Fields group : holder.each("groups")) {
            number++;
            String at = path + (path.isEmpty() ? "g" : ".") + number;
            String title = title(group, at);
            String id = free(group.text("id").isEmpty() ? at : group.text("id"));
            Holder here =
                    depth == 0
                            ? new Holder(id, title, id, title)
                            : new Holder(id, title, above.category, above.categoryTitle);
            groups(group, here, at, depth + 1);
            controls(group, here);
        }
    }

    /// An id that no criterion has: requirements and criteria share one space.
    private String free(String id) {
        String word = id.replaceAll("\\s+", "-");
        return used.contains(word) ? "group-" + word : word;
    }

    private String title(Tree.Fields object, String instead) {
        String title = prose.title(object.text("title"));
        return title.isEmpty() ? instead : title;
    }

    private void controls(Tree.Fields holder, Holder here) {
        for (Tree.Fields control : holder.each("controls")) {
            String id = control.text("id");
            if (Prose.prop(control, "status").equalsIgnoreCase("withdrawn")) {
                skipped.add(id);
                continue;
            }
            String text = prose.named(control, STATEMENT);
            boolean container = text.isBlank() && control.has("controls");
            if (container) {
                String requirement = free("requirement-" + id);
                controls(
                        control,
                        new Holder(
                                requirement,
                                title(control, id),
                                here.category,
                                here.categoryTitle));
                continue;
            }
            String title = title(control, id);
            String help = prose.named(control, HELP);
            requirements
                    .computeIfAbsent(here, _ -> new ArrayList<>())
                    .add(
                            new DraftCriterion(
                                    id.isEmpty() ? "?" : id.replaceAll("\\s+", "-"),
                                    LEVEL,
                                    SchemeDraft.same(text.isBlank() ? title : text),
                                    help.isBlank() ? null : SchemeDraft.same(help),
                                    prose.each(control, EVIDENCE).stream()
                                            .map(SchemeDraft::same)
                                            .toList()));
            controls(control, here);
        }
    }
}
