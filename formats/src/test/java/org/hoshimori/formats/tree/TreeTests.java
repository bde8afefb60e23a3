package org.hoshimori.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TreeTests {
    private static Tree yaml(String text) throws Unreadable {
        return YamlTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void every_tree_comes_back_from_json_and_from_yaml(@ForAll("trees") Tree tree)
            throws Unreadable {
        assertThat(JsonTree.read(JsonText.write(tree))).isEqualTo(tree);
        assertThat(YamlTree.read(YamlText.write(tree))).isEqualTo(tree);
    }

    @Provide
    Arbitrary<Tree> trees() {
        return trees(3);
    }

    private static Arbitrary<Tree> trees(int depth) {
        Arbitrary<Tree> leaves =
                Arbitraries.oneOf(
                        Arbitraries.strings()
                                .ofMaxLength(12)
                                .filter(TreeTests::whole)
                                .map(Tree::text),
                        Arbitraries.of(
                                        "yes",
                                        "null",
                                        "~",
                                        "1.0",
                                        "0x1",
                                        "- a",
                                        "a: b",
                                        "#x",
                                        "&a",
                                        "*a",
                                        "!x",
                                        "2026-01-01",
                                        "",
                                        " ",
                                        "a ",
                                        "\u2028",
                                        "true",
                                        "=",
                                        "<<",
                                        "あ い")
                                .map(Tree::text),
                        Arbitraries.of(
                                new Tree.Leaf(Place.START, "1.50", Tree.Form.NUMBER),
                                new Tree.Leaf(Place.START, "true", Tree.Form.TRUTH),
                                new Tree.Leaf(Place.START, "", Tree.Form.NOTHING)));
        Arbitrary<String> names =
                Arbitraries.strings().alpha().numeric().withChars(" -:#\"'").ofMaxLength(6);
        if (depth == 0) {
            return leaves;
        }
        return Arbitraries.oneOf(
                        leaves,
                        trees(depth - 1).list().ofMaxSize(3).map(Tree::items),
                        Arbitraries.maps(names, trees(depth - 1))
                                .ofMaxSize(3)
                                .map(all -> new Tree.Fields(Place.START, all)))
                .withoutEdgeCases();
    }

    private static boolean whole(String text) {
        return text.equals(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void aliases_are_followed() throws Unreadable {
        assertThat(yaml("a: &x [1, {b: c}]\nd: *x\n"))
                .isEqualTo(yaml("a: [1, {b: c}]\nd: [1, {b: c}]\n"));
    }

    @Test
    void separators_are_read_as_python_spells_them() throws Unreadable {
        assertThat(yaml("a: \"x\\Ly\\\\Lw\\Pz\"\nb: \\L\nc: \"\\P\"\n"))
                .isEqualTo(Tree.of("a", "x\u2028y\\Lw\u2029z", "b", "\\L", "c", "\u2029"));
    }

    @Test
    void a_value_knows_its_place() throws Unreadable {
        Tree.Fields tree = (Tree.Fields) yaml("a:\n  - b: 1\n    c: x\n");

        assertThat(tree.each("a").getFirst().at("c").orElseThrow().place())
                .isEqualTo(new Place(3, 8));
        assertThat(List.of(tree.each("a").getFirst().place())).containsExactly(new Place(2, 5));
    }
}
