package org.hoshimori.formats.ciso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.oscal.Official;
import org.hoshimori.formats.oscal.OscalMappings;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.junit.jupiter.api.Test;

class CisoLibraryTests {
    private static final String LIBRARY =
            """
            urn: urn:example:risk:library:small
            locale: en
            ref_id: SMALL
            name: Small framework
            version: 2
            publication_date: '2026-01-31'
            copyright: ours
            objects:
              framework:
                urn: urn:example:risk:framework:small
                ref_id: SMALL
                name: Small framework
                min_score: 0
                implementation_groups_definition: &groups
                - ref_id: B
                  name: Basic
                - ref_id: I
                  name: Important
                requirement_nodes:
                - urn: urn:example:risk:req_node:small:a
                  assessable: false
                  depth: 1
                  ref_id: A
                  name: Access
                - urn: urn:example:risk:req_node:small:a.1
                  assessable: true
                  depth: 2
                  parent_urn: urn:example:risk:req_node:small:a
                  ref_id: A.1
                  name: Keys
                  description: Keys are changed.
                  annotation: Every month.
                  typical_evidence: "- list\\n- log"
                  implementation_groups: [B, I]
                  translations:
                    ja:
                      description: 鍵を取り替えている。
                - urn: urn:example:risk:req_node:small:a.2
                  assessable: true
                  depth: 2
                  parent_urn: urn:example:risk:req_node:small:a
                  ref_id: A.2
                  description: Doors are shut.
                  implementation_groups: [I]
                  questions:
                    urn:x: {type: text}
              requirement_mapping_sets:
              - urn: urn:example:risk:req_mapping_set:small
                source_framework_urn: urn:example:risk:framework:small
                target_framework_urn: urn:example:risk:framework:other
                requirement_mappings:
                - source_requirement_urn: urn:example:risk:req_node:small:a.1
                  target_requirement_urn: urn:example:risk:req_node:other:z.9
                  relationship: subset
                  rationale: semantic
                  strength_of_relationship: 7
                - source_requirement_urn: urn:example:risk:req_node:small:a.2
                  target_requirement_urn: urn:example:risk:req_node:other:z.8
                  relationship: intersect
              threats:
              - urn: urn:example:risk:threat:small:t
            """;

    private static CisoLibrary library(String text, String group) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(CisoLibrary.recognises(bytes)).isTrue();
        return switch (CisoLibrary.read("library.yaml", bytes, group)) {
            case CisoLibrary.Reading.Read read -> read.library();
            case CisoLibrary.Reading.Refused refused ->
                    throw new AssertionError(refused.faults().toString());
        };
    }

    private static Edition edition(SchemeDraft draft) {
        return ((Schemes.Reading.Read) Schemes.read(List.of(new SchemeFile("x", draft.yaml()))))
                .schemes()
                .editions()
                .getFirst();
    }

    @Test
    void a_framework_becomes_an_edition_whose_levels_are_its_implementation_groups() {
        Edition edition = edition(library(LIBRARY, "").draft().orElseThrow());

        assertThat(edition.rule()).startsWith("small/v2@");
        assertThat(edition.levels()).extracting(Level::id).containsExactly("b", "i");
        assertThat(edition.criteriaOf("b")).extracting(Criterion::id).containsExactly("A.1");
        assertThat(edition.criteriaOf("i")).extracting(Criterion::id).containsExactly("A.1", "A.2");
        Criterion keys = edition.criterion("A.1").orElseThrow();
        assertThat(keys.text().ja()).isEqualTo("鍵を取り替えている。");
        assertThat(keys.text().en()).isEqualTo("Keys are changed.");
        assertThat(keys.evidence()).hasSize(2);
    }

    @Test
    void what_is_not_understood_is_told() {
        assertThat(library(LIBRARY, "").notices().stream().map(n -> n.in(Locale.ENGLISH)))
                .anyMatch(n -> n.contains("\"questions\" of 1 nodes is not taken over"))
                .anyMatch(n -> n.contains("\"threats\" is not taken over"));
    }

    @Test
    void mapping_sets_become_an_oscal_mapping_collection() {
        assertThat(OscalMappings.counts(library(LIBRARY, "").mappings().orElseThrow()))
                .containsOnlyKeys("subset-of", "intersects-with");
    }

    @Test
    void groups_that_do_not_contain_each_other_are_one_level_or_one_is_taken() {
        String apart =
                LIBRARY.replace("implementation_groups: [B, I]", "implementation_groups: [B]");

        assertThat(edition(library(apart, "").draft().orElseThrow()).levels()).hasSize(1);
        assertThat(edition(library(apart, "I").draft().orElseThrow()).criteria())
                .extracting(Criterion::id)
                .containsExactly("A.2");
        assertThat(CisoLibrary.read("x", apart.getBytes(StandardCharsets.UTF_8), "Z"))
                .isInstanceOf(CisoLibrary.Reading.Refused.class);
    }

    @Test
    void every_library_that_the_community_publishes_becomes_an_edition_or_says_why_not() {
        int frameworks = 0;
        int mappings = 0;
        List<String> refused = new ArrayList<>();
        for (Path file : Official.oracles("ciso", ".yaml")) {
            byte[] bytes = Official.bytes(file);
            if (!CisoLibrary.recognises(bytes)) {
                refused.add(file.getFileName() + ": not recognised");
                continue;
            }
            switch (CisoLibrary.read(file.toString(), bytes, "")) {
                case CisoLibrary.Reading.Refused no ->
                        refused.add(no.faults().getFirst().in(Locale.ENGLISH));
                case CisoLibrary.Reading.Read read -> {
                    mappings += read.library().mappings().isPresent() ? 1 : 0;
                    if (read.library().draft().isPresent()) {
                        frameworks++;
                        if (Schemes.read(
                                        List.of(
                                                new SchemeFile(
                                                        file.getFileName().toString(),
                                                        read.library().draft().get().yaml())))
                                instanceof Schemes.Reading.Refused no) {
                            refused.add(no.faults().getFirst().in(Locale.ENGLISH));
                        }
                    }
                }
            }
        }
        assertThat(refused)
                .allMatch(why -> why.contains("holds neither a framework nor mappings"))
                .hasSizeLessThan(40);
        assertThat(frameworks).isGreaterThan(200);
        assertThat(mappings).isGreaterThan(50);
    }

    @Test
    void our_own_edition_comes_back_from_a_library_in_both_languages() throws IOException {
        Edition scs =
                ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes")))
                        .schemes()
                        .edition("scs", "2026-03-27")
                        .orElseThrow();

        CisoLibrary library =
                library(new String(CisoExport.library(scs), StandardCharsets.UTF_8), "");
        Edition back = edition(library.draft().orElseThrow());

        assertThat(library.notices()).isEmpty();
        for (String level : List.of("3", "4")) {
            assertThat(back.criteriaOf(level))
                    .extracting(Criterion::id)
                    .containsExactlyElementsOf(
                            scs.criteriaOf(level).stream().map(Criterion::id).toList());
        }
        assertThat(back.criteria())
                .extracting(Criterion::text)
                .containsExactlyElementsOf(scs.criteria().stream().map(Criterion::text).toList());
        assertThat(back.criteria())
                .extracting(Criterion::evidence)
                .containsExactlyElementsOf(
                        scs.criteria().stream().map(Criterion::evidence).toList());
    }
}
