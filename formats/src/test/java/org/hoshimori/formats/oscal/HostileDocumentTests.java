package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.ciso.CisoExport;
import org.hoshimori.formats.ciso.CisoLibrary;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Fault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Documents that somebody made to harm us.
class HostileDocumentTests {
    private static final String DTD = "DTD";

    private static List<Fault> faults(String text, Syntax syntax) {
        return switch (OscalFiles.read("x", text.getBytes(StandardCharsets.UTF_8), syntax)) {
            case OscalDocument.Reading.Read read ->
                    throw new AssertionError(read.document().content().toString());
            case OscalDocument.Reading.Refused refused -> refused.faults();
        };
    }

    private static String english(String text, Syntax syntax) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> faults(text, syntax).getFirst().in(Locale.ENGLISH));
    }

    private static String xml(String declaration, String title) {
        return "<?xml version=\"1.0\"?>"
                + declaration
                + "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"><metadata><title>"
                + title
                + "</title></metadata></catalog>";
    }

    @Test
    void an_external_entity_is_refused_and_its_file_never_read(@TempDir Path folder)
            throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");

        String fault =
                english(
                        xml(
                                "<!DOCTYPE catalog [<!ENTITY x SYSTEM \""
                                        + secret.toUri()
                                        + "\">]>",
                                "&x;"),
                        Syntax.XML);

        assertThat(fault).contains(DTD).doesNotContain("the secret");
    }

    @Test
    void a_parameter_entity_and_an_external_dtd_are_refused() {
        assertThat(
                        english(
                                xml(
                                        "<!DOCTYPE catalog SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                                        "t"),
                                Syntax.XML))
                .contains(DTD);
        assertThat(
                        english(
                                xml(
                                        "<!DOCTYPE c [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>",
                                        "t"),
                                Syntax.XML))
                .contains(DTD);
    }

    @Test
    void a_billion_laughs_in_xml_are_not_laughed() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE c [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            entities.append("<!ENTITY l").append(i).append(" \"");
            entities.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(english(xml(entities + "]>", "&l19;"), Syntax.XML)).contains(DTD);
    }

    @Test
    void an_xinclude_is_left_out_and_told() {
        String text =
                xml("", "t")
                        .replace(
                                "</catalog>",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/></catalog>");
        OscalDocument document = Official.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(document.content().toString()).doesNotContain("root:");
        assertThat(document.notices())
                .anyMatch(n -> n.in(Locale.ENGLISH).contains("include: not of OSCAL and left out"));
    }

    @Test
    void a_bomb_of_yaml_aliases_is_refused_before_it_is_built() {
        StringBuilder bomb = new StringBuilder("catalog:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("  a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(english(bomb.toString(), Syntax.YAML)).contains("more than 1,000,000 values");
    }

    @Test
    void a_yaml_alias_that_contains_itself_and_one_that_deepens_are_refused() {
        assertThat(english("catalog: &a\n  x: *a\n", Syntax.YAML)).contains("alias of nothing");
        StringBuilder deep = new StringBuilder("catalog:\n  a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            deep.append("  a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(english(deep.toString(), Syntax.YAML)).contains("nested deeper than 64");
    }

    @Test
    void a_yaml_tag_constructs_nothing() {
        assertThat(
                        english(
                                "catalog: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:9/\"]]\n",
                                Syntax.YAML))
                .startsWith("x:1:");
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void what_is_nested_without_end_is_refused(Syntax syntax) {
        int deep = 100_000;
        String text =
                switch (syntax) {
                    case JSON -> "{\"catalog\":" + "[".repeat(deep);
                    case YAML -> "catalog: " + "[".repeat(deep);
                    case XML ->
                            "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">"
                                    + "<group>".repeat(deep);
                };
        assertThat(english(text, syntax)).startsWith("x:");
    }

    @Test
    void markup_nested_without_end_is_refused_in_xml_and_stays_text_in_json() {
        String deep =
                "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"><metadata><remarks>"
                        + "<blockquote>".repeat(50_000);
        assertThat(english(deep, Syntax.XML)).startsWith("x:");

        for (String prose :
                List.of(
                        "> ".repeat(5_000) + "x",
                        "*a **a ".repeat(5_000),
                        "[".repeat(20_000),
                        "![".repeat(20_000),
                        "`".repeat(20_000),
                        "- ".repeat(3_000))) {
            OscalDocument document =
                    Small.CATALOG.with(
                            Small.CATALOG
                                    .content()
                                    .with(
                                            "metadata",
                                            Small.CATALOG
                                                    .metadata()
                                                    .with("remarks", Tree.text(prose))));
            byte[] xml =
                    Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> OscalFiles.write(document, Syntax.XML));
            assertThat(Official.read(xml).title()).isEqualTo("Small catalog");
            assertThat(Markdown.plain(prose)).isNotNull();
        }
    }

    @Test
    void a_huge_value_and_a_huge_file_are_refused() {
        assertThat(
                        english(
                                "{\"catalog\":{\"uuid\":\"" + "a".repeat(9_000_000) + "\"}}",
                                Syntax.JSON))
                .contains("8,000,000 characters");
        assertThat(english("catalog: \"" + "a".repeat(9_000_000) + "\"\n", Syntax.YAML))
                .contains("8,000,000 characters");
        assertThat(english(" ".repeat(17 * 1024 * 1024), Syntax.JSON)).contains("16 MiB");
        assertThat(english("{\"catalog\":" + "9".repeat(2_000) + "}", Syntax.JSON))
                .contains("beyond the bounds");
    }

    @Test
    void a_member_given_twice_is_refused_with_its_place() {
        assertThat(english("{\"catalog\":{\"uuid\":\"a\",\n \"uuid\":\"b\"}}", Syntax.JSON))
                .isEqualTo("x:2:2: \"uuid\" stands here twice; remove one");
        assertThat(english("catalog:\n  uuid: a\n  uuid: b\n", Syntax.YAML))
                .isEqualTo("x:3:3: \"uuid\" stands here twice; remove one");
    }

    @Test
    void wrong_encodings_and_empty_files_are_told() {
        assertThat(english("", Syntax.JSON)).startsWith("x:1:1:");
        assertThat(english("", Syntax.YAML)).contains("empty");
        assertThat(english("", Syntax.XML)).startsWith("x:");
        assertThat(
                        OscalFiles.read(
                                "x", new byte[] {'{', '"', (byte) 0x83, (byte) 0x40}, Syntax.JSON))
                .isInstanceOf(OscalDocument.Reading.Refused.class);
    }

    @Test
    void a_profile_can_reach_no_file_and_no_address(@TempDir Path folder) throws Exception {
        Path catalog = Files.write(folder.resolve("small_catalog.json"), Small.bytes(Syntax.JSON));
        for (String href :
                List.of(
                        catalog.toString(),
                        catalog.toUri().toString(),
                        "../../../../../../etc/passwd",
                        "http://127.0.0.1:9/small_catalog.json",
                        "jar:file:///x.jar!/y")) {
            OscalDocument profile =
                    Official.read(
                            Small.PROFILE
                                    .replace("small_catalog.json", href)
                                    .getBytes(StandardCharsets.UTF_8));

            Resolution resolution = Resolver.resolve("p.yaml", profile, Map.of(), Scs.NOW);

            assertThat(((Resolution.Refused) resolution).faults().getFirst().in(Locale.ENGLISH))
                    .contains("give that file with --with (nothing is fetched)");
        }
    }

    @Test
    void a_pattern_of_many_stars_does_not_keep_us_busy() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Selection.glob("*a".repeat(500), "a".repeat(2_000))).isFalse());
    }

    @Property(tries = 400)
    void a_corrupted_document_is_refused_or_read_but_never_breaks_us(
            @ForAll Random random, @ForAll Syntax syntax) {
        byte[] file = Mutations.of(Small.bytes(syntax), random);

        OscalFiles.recognise(file);
        if (OscalFiles.read("x", file, syntax) instanceof OscalDocument.Reading.Read read) {
            OscalDocument document = read.document();
            for (Syntax to : Syntax.values()) {
                assertThat(OscalFiles.write(document, to, new ArrayList<>())).isNotEmpty();
            }
            SchemeDraft draft = CatalogDraft.draft(document, "0".repeat(64)).draft();
            assertThat(draft.yaml()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void a_corrupted_profile_resolves_or_is_refused_but_never_breaks_us(@ForAll Random random) {
        byte[] file = Mutations.of(Small.PROFILE.getBytes(StandardCharsets.UTF_8), random);
        if (OscalFiles.read("x", file, Syntax.YAML) instanceof OscalDocument.Reading.Read read) {
            Resolver.resolve(
                    "x", read.document(), Map.of("small_catalog.json", Small.CATALOG), Scs.NOW);
        }
    }

    @Property(tries = 100)
    void corrupted_plans_and_results_answer_or_not_but_never_break_us(
            @ForAll Random random, @ForAll Syntax syntax) {
        Exporting exporting = Scs.exporting(Answers.of(Map.of()), "3", "1.2.1");
        byte[] file =
                Mutations.of(
                        OscalFiles.write(
                                random.nextBoolean()
                                        ? ResultsExport.results(exporting)
                                        : PlanExport.plan(exporting),
                                syntax),
                        random);
        if (OscalFiles.read("x", file, syntax) instanceof OscalDocument.Reading.Read read) {
            assertThat(OscalAnswers.read("x", read.document(), Scs.EDITION)).isNotNull();
        }
    }

    @Property(tries = 100)
    void a_corrupted_library_is_refused_or_read_but_never_breaks_us(@ForAll Random random) {
        byte[] file = Mutations.of(CisoExport.library(Scs.EDITION), random);

        CisoLibrary.recognises(file);
        if (CisoLibrary.read("x", file, "") instanceof CisoLibrary.Reading.Read read) {
            read.library().draft().ifPresent(draft -> assertThat(draft.yaml()).isNotEmpty());
        }
    }
}
