package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// An edition as a catalog (categories and requirements are groups, criteria are controls), a level
/// as a profile of it.
public final class CatalogExport {
    private final Exporting exporting;
    private final Ids ids;

    private CatalogExport(Exporting exporting) {
        this.exporting = exporting;
        this.ids = exporting.ids();
    }

    /// The whole edition.
    public static OscalDocument catalog(Exporting exporting) {
        CatalogExport export = new CatalogExport(exporting);
        return OscalDocument.of(
                OscalKind.CATALOG,
                Tree.of(
                        "uuid",
                        exporting.documentUuid(OscalKind.CATALOG),
                        "metadata",
                        exporting
                                .metadata(OscalKind.CATALOG)
                                .with("title", Tree.text(Exporting.line(export.title()))),
                        "groups",
                        exporting.edition().categories().stream()
                                .map(export::category)
                                .filter(group -> group.has("groups"))
                                .toList()));
    }

    private String title() {
        return exporting.say(exporting.edition().header().title());
    }

    /// The criteria of one level, selected from the catalog.
    public static OscalDocument profile(Exporting exporting) {
        CatalogExport export = new CatalogExport(exporting);
        String resource = exporting.uuid("catalog-resource");
        return OscalDocument.of(
                OscalKind.PROFILE,
                Tree.of(
                        "uuid",
                        exporting.documentUuid(OscalKind.PROFILE),
                        "metadata",
                        exporting.metadata(OscalKind.PROFILE),
                        "imports",
                        List.of(
                                Tree.of(
                                        "href",
                                        "#" + resource,
                                        "include-controls",
                                        List.of(
                                                Tree.of(
                                                        "with-ids",
                                                        exporting
                                                                .edition()
                                                                .criteriaOf(exporting.level())
                                                                .stream()
                                                                .map(c -> export.ids.token(c.id()))
                                                                .toList())))),
                        "merge",
                        Tree.of("as-is", new Tree.Leaf(Place.START, "true", Tree.Form.TRUTH)),
                        "back-matter",
                        Tree.of(
                                "resources",
                                List.of(
                                        Tree.of(
                                                "uuid",
                                                resource,
                                                "title",
                                                Exporting.line(export.title()),
                                                "rlinks",
                                                List.of(
                                                        Tree.of(
                                                                "href",
                                                                exporting.file(OscalKind.CATALOG),
                                                                "media-type",
                                                                "application/json")))))));
    }

    private Tree.Fields category(Category category) {
        return Tree.of(
                "id",
                groupId("category", category.id()),
                "class",
                "category",
                "title",
                Exporting.line(exporting.say(category.title())),
                "props",
                List.of(label(category.id())),
                "groups",
                exporting.edition().requirements().stream()
                        .filter(requirement -> requirement.category().equals(category.id()))
                        .map(this::requirement)
                        .toList());
    }

    private String groupId(String kind, String id) {
        return kind + "_" + ids.token(id);
    }

    private static Tree.Fields label(String id) {
        return Tree.of("name", "label", "value", id);
    }

    private Tree.Fields requirement(Requirement requirement) {
        return Tree.of(
                "id",
                groupId("requirement", requirement.id()),
                "class",
                "requirement",
                "title",
                Exporting.line(exporting.say(requirement.title())),
                "props",
                List.of(label(requirement.id())),
                "controls",
                requirement.criteria().stream().map(this::criterion).toList());
    }

    private Tree.Fields criterion(Criterion criterion) {
        String id = ids.token(criterion.id());
        return Tree.of(
                "id",
                id,
                "class",
                "criterion",
                "title",
                Exporting.line(title(criterion)),
                "props",
                List.of(
                        label(criterion.id()),
                        Exporting.own("level", criterion.level()),
                        Exporting.own("standing", criterion.status().code())),
                "parts",
                parts(criterion, id));
    }

    /// The first sentence names it.
    private String title(Criterion criterion) {
        String text = OscalAnswers.squeezed(exporting.say(criterion.text()));
        return text.length() > 80 ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…" : text;
    }

    private List<Tree> parts(Criterion criterion, String id) {
        List<Tree> parts = new ArrayList<>();
        List<Tree> items = new ArrayList<>();
        List<Criterion.Part> all = new ArrayList<>(criterion.parts());
        all.addAll(criterion.alternatives());
        for (Criterion.Part part : all) {
            items.add(
                    Tree.of(
                            "id",
                            id + "_smt." + part.id(),
                            "name",
                            "item",
                            "props",
                            List.of(label(part.id())),
                            "prose",
                            prose(part.text())));
        }
        parts.add(
                Tree.of(
                        "id",
                        id + "_smt",
                        "name",
                        "statement",
                        "prose",
                        prose(criterion.text()),
                        "parts",
                        items));
        String help = prose(criterion.help());
        if (!help.isEmpty()) {
            parts.add(Tree.of("id", id + "_gdn", "name", "guidance", "prose", help));
        }
        for (Text example : criterion.evidence()) {
            parts.add(
                    Tree.of(
                            "name",
                            "evidence",
                            "ns",
                            OscalAnswers.NAMESPACE,
                            "prose",
                            prose(example)));
        }
        return parts;
    }

    private String prose(@Nullable Text text) {
        return text == null ? "" : Markdown.of(exporting.say(text));
    }
}
