package org.hoshimori.formats.ciso;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.YamlText;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Requirement;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// Writes an edition as a library of CISO Assistant, English with Japanese translations. Levels are
/// implementation groups.
public final class CisoExport {
    private final Edition edition;
    private final String name;
    private final List<Tree> nodes = new ArrayList<>();

    private CisoExport(Edition edition) {
        this.edition = edition;
        this.name = (edition.scheme() + "-" + edition.id()).toLowerCase(Locale.ROOT);
    }

    public static byte[] library(Edition edition) {
        return YamlText.write(new CisoExport(edition).library());
    }

    private Tree library() {
        for (Category category : edition.categories()) {
            nodes.add(node(category.id(), "category", "", 1, category.title(), null, List.of()));
            for (Requirement requirement : edition.requirements()) {
                if (requirement.category().equals(category.id())) {
                    requirement(requirement);
                }
            }
        }
        Text title = edition.header().title();
        return Tree.of(
                "urn",
                "urn:hoshimori:risk:library:" + name,
                "locale",
                "en",
                "ref_id",
                edition.scheme(),
                "name",
                title.en(),
                "description",
                title.en(),
                "copyright",
                "See the sources of " + edition.rule(),
                "version",
                new Tree.Leaf(Place.START, "1", Tree.Form.NUMBER),
                "publication_date",
                edition.header().validFrom().toString(),
                "provider",
                "Hoshimori",
                "packager",
                "Hoshimori",
                "translations",
                translations(title, title),
                "objects",
                Tree.of(
                        "framework",
                        Tree.of(
                                "urn",
                                "urn:hoshimori:risk:framework:" + name,
                                "ref_id",
                                edition.scheme(),
                                "name",
                                title.en(),
                                "description",
                                title.en(),
                                "translations",
                                translations(title, title),
                                "implementation_groups_definition",
                                edition.levels().stream().map(CisoExport::group).toList(),
                                "requirement_nodes",
                                nodes)));
    }

    private static Tree group(Level level) {
        return Tree.of(
                "ref_id",
                level.id(),
                "name",
                level.title().en(),
                "description",
                level.name().en(),
                "translations",
                translations(level.title(), level.name()));
    }

    private void requirement(Requirement requirement) {
        nodes.add(
                node(
                        requirement.id(),
                        "requirement",
                        urn("category", requirement.category()),
                        2,
                        requirement.title(),
                        null,
                        List.of()));
        for (Criterion criterion : requirement.criteria()) {
            List<Tree> more = new ArrayList<>();
            more.add(
                    Tree.of(
                            "implementation_groups",
                            edition.levels().stream()
                                    .filter(l -> edition.criteriaOf(l.id()).contains(criterion))
                                    .map(Level::id)
                                    .toList(),
                            "typical_evidence",
                            criterion.evidence().stream()
                                    .map(text -> "- " + text.en())
                                    .collect(Collectors.joining("\n"))));
            nodes.add(
                    node(
                            criterion.id(),
                            "criterion",
                            urn("requirement", requirement.id()),
                            3,
                            criterion.text(),
                            criterion,
                            more));
        }
    }

    private String urn(String kind, String id) {
        return "urn:hoshimori:risk:req_node:"
                + name
                + ":"
                + kind
                + "-"
                + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    }

    private Tree node(
            String id,
            String kind,
            String parent,
            int depth,
            Text text,
            @Nullable Criterion criterion,
            List<Tree> more) {
        boolean assessable = criterion != null;
        Text help = criterion == null ? null : criterion.help();
        Tree.Fields node =
                Tree.of(
                        "urn",
                        urn(kind, id),
                        "assessable",
                        new Tree.Leaf(Place.START, String.valueOf(assessable), Tree.Form.TRUTH),
                        "depth",
                        new Tree.Leaf(Place.START, String.valueOf(depth), Tree.Form.NUMBER),
                        "parent_urn",
                        parent,
                        "ref_id",
                        id,
                        assessable ? "description" : "name",
                        text.en(),
                        "annotation",
                        help == null ? "" : help.en());
        for (Tree members : more) {
            for (var member : ((Tree.Fields) members).all().entrySet()) {
                node = node.with(member.getKey(), member.getValue());
            }
        }
        String evidence =
                criterion == null
                        ? ""
                        : criterion.evidence().stream()
                                .map(one -> "- " + one.ja())
                                .collect(Collectors.joining("\n"));
        return node.with(
                "translations",
                Tree.of(
                        "ja",
                        Tree.of(
                                assessable ? "description" : "name",
                                text.ja(),
                                "annotation",
                                help == null ? "" : help.ja(),
                                "typical_evidence",
                                evidence)));
    }

    private static Tree translations(Text name, Text description) {
        return Tree.of("ja", Tree.of("name", name.ja(), "description", description.ja()));
    }
}
