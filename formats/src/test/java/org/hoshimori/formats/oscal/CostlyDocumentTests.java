package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.formats.tree.Tree;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/// Documents within the bounds whose parts multiply: what they cost must not. The limits are
/// generous; without a bound each of these takes minutes or all memory.
class CostlyDocumentTests {
    private static <T> T soon(ThrowingSupplier<T> work) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), work);
    }

    private static Tree.Fields control(String id, String prose) {
        return Tree.of(
                "id",
                id,
                "title",
                id,
                "parts",
                List.of(Tree.of("name", "statement", "prose", prose)));
    }

    private static OscalDocument catalog(List<Tree.Fields> params, List<Tree.Fields> controls) {
        return Small.CATALOG.with(
                Small.CATALOG.content().withEach("params", params).withEach("controls", controls));
    }

    @Test
    void parameters_that_insert_each_other_do_not_explode() {
        List<Tree.Fields> params = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            params.add(
                    Tree.of(
                            "id",
                            "p" + i,
                            "select",
                            Tree.of(
                                    "choice",
                                    List.of(
                                            ("{{ insert: param, p" + (i + 1) + " }} ")
                                                    .repeat(500)))));
        }
        OscalDocument bomb =
                catalog(params, List.of(control("x", "{{ insert: param, p0 }} ".repeat(500))));

        assertThat(soon(() -> CatalogDraft.draft(bomb, "0").draft().yaml())).isNotEmpty();
    }

    @Test
    void many_selections_of_many_controls_are_counted() {
        List<Tree.Fields> controls = new ArrayList<>();
        List<Tree.Fields> selections = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            controls.add(control("c" + i, "x"));
            selections.add(Tree.of("matching", List.of(Tree.of("pattern", "*" + i + "*x"))));
        }
        OscalDocument profile =
                OscalDocument.of(
                        OscalKind.PROFILE,
                        Tree.of(
                                "uuid",
                                "u",
                                "imports",
                                List.of(
                                        Tree.of(
                                                "href",
                                                "a.json",
                                                "include-controls",
                                                selections))));

        assertThat(
                        soon(() ->
                                Resolver.resolve(
                                        "p",
                                        profile,
                                        Map.of("a.json", catalog(List.of(), controls)),
                                        Scs.NOW)))
                .isInstanceOf(Resolution.Refused.class);
    }

    @Test
    void many_named_controls_and_alterations_are_no_burden() {
        List<Tree.Fields> controls = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Tree.Fields> alters = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            controls.add(control("c" + i, "x"));
            ids.add("c" + i);
            alters.add(
                    Tree.of(
                            "control-id",
                            "c" + i,
                            "adds",
                            List.of(
                                    Tree.of(
                                            "props",
                                            List.of(Tree.of("name", "n", "value", "v"))))));
        }
        OscalDocument profile =
                OscalDocument.of(
                        OscalKind.PROFILE,
                        Tree.of(
                                "uuid",
                                "u",
                                "imports",
                                List.of(
                                        Tree.of(
                                                "href",
                                                "a.json",
                                                "include-controls",
                                                List.of(Tree.of("with-ids", ids)))),
                                "modify",
                                Tree.of("alters", alters)));

        Resolution resolution =
                soon(() ->
                        Resolver.resolve(
                                "p",
                                profile,
                                Map.of("a.json", catalog(List.of(), controls)),
                                Scs.NOW));

        assertThat(((Resolution.Resolved) resolution).catalog().content().each("controls"))
                .hasSize(5_000);
    }

    @Test
    void a_long_list_a_long_token_and_many_unknown_members_are_read_in_time() {
        assertThat(soon(() -> Markdown.plain("* a\n".repeat(50_000)))).hasSizeGreaterThan(99_000);
        assertThat(soon(() -> Datatype.TOKEN.admits("a".repeat(99_000)))).isTrue();
        StringBuilder json = new StringBuilder("{\"catalog\":{");
        for (int i = 0; i < 100_000; i++) {
            json.append("\"metadate").append(i).append("\":1,");
        }
        json.append("\"uuid\":\"x\"}}");
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(soon(() -> OscalFiles.read("x", bytes, Syntax.JSON)))
                .isInstanceOf(OscalDocument.Reading.Read.class);
    }
}
