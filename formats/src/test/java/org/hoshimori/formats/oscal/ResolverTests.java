package org.hoshimori.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.formats.tree.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Profile resolution against catalogs that publishers resolved with their own tools.
class ResolverTests {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-27T00:00:00Z");

    private static Resolution resolve(byte[] profile, Map<String, OscalDocument> given) {
        return Resolver.resolve("profile.xml", Official.read(profile), given, NOW);
    }

    private static OscalDocument resolved(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> resolved.catalog();
            case Resolution.Refused refused ->
                    throw new AssertionError(refused.faults().toString());
        };
    }

    /// Everything but uuid and metadata, which name the tool and the moment.
    private static Tree body(OscalDocument catalog) {
        return Normal.of(catalog.with(catalog.content().without("uuid").without("metadata")));
    }

    @ParameterizedTest
    @CsvSource({"1, 46", "2, 87", "3, 123"})
    void the_essential_eight_of_the_isms_own_profiles_have_as_many_controls_as_facts_say(
            int level, int controls) {
        OscalDocument ism = Official.read(Official.shared("asd-ism/ISM_catalog.json"));
        byte[] profile = Official.shared("asd-ism/ISM_E8_ML" + level + "-baseline_profile.json");

        OscalDocument catalog = resolved(resolve(profile, Map.of("ISM_catalog.json", ism)));

        List<String> ids = new ArrayList<>();
        Selection.each(catalog.content(), control -> ids.add(control.text("id")));
        assertThat(ids).hasSize(controls).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISM_E8_ML1", "ISM_E8_ML2", "ISM_E8_ML3", "ISM_NON_CLASSIFIED"})
    void a_profile_of_the_ism_resolves_to_the_publishers_own_resolved_catalog(String name) {
        OscalDocument ism = Official.read(Official.oracle("ism/ISM_catalog.json"));
        OscalDocument theirs =
                Official.read(
                        Official.oracle("ism/" + name + "-baseline-resolved-profile_catalog.json"));

        OscalDocument ours =
                resolved(
                        resolve(
                                Official.oracle("ism/" + name + "-baseline_profile.json"),
                                Map.of("ISM_catalog.json", ism)));

        assertThat(Normal.differences(body(theirs), body(ours))).isEmpty();
        assertThat(ours.metadata().each("parties")).isEqualTo(theirs.metadata().each("parties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base-test",
                "base2-test",
                "exclude-call-test",
                "full-test",
                "import-twice",
                "include-all-no-children-test",
                "include-all-test",
                "include-call-with-children-test",
                "include-loose-param-test",
                "include-match-test",
                "merge-implicit-keep",
                "merge-keep-resources",
                "merge-keep",
                "modify-adds",
                "without-parent"
            })
    void the_examples_of_the_specification_resolve_as_it_expects(String name) {
        String folder = "oscal/src/specifications/profile-resolution/profile-resolution-examples/";
        Map<String, OscalDocument> catalogs = new LinkedHashMap<>();
        for (Path file : Official.oracles(folder + "catalogs", ".xml")) {
            catalogs.put(file.getFileName().toString(), Official.read(Official.bytes(file)));
        }
        for (Path file : Official.oracles(folder, "base-test_profile.xml")) {
            catalogs.put(file.getFileName().toString(), Official.read(Official.bytes(file)));
        }
        OscalDocument expected =
                Official.read(
                        Official.oracle(
                                folder + "output-expected/" + name + "_profile_RESOLVED.xml"));

        OscalDocument ours =
                resolved(resolve(Official.oracle(folder + name + "_profile.xml"), catalogs));

        assertThat(Normal.differences(body(expected), body(ours))).isEmpty();
    }

    @Test
    void profiles_that_import_each_other_are_refused() {
        String folder = "oscal/src/specifications/profile-resolution/profile-resolution-examples/";
        byte[] home = Official.oracle(folder + "home_profile.xml");
        OscalDocument circular = Official.read(Official.oracle(folder + "circular_profile.xml"));

        Map<String, OscalDocument> given = new LinkedHashMap<>();
        given.put("home_profile.xml", Official.read(home));
        given.put("circular_profile.xml", circular);

        assertThat(Resolver.resolve("home_profile.xml", given.get("home_profile.xml"), given, NOW))
                .isInstanceOf(Resolution.Refused.class);
    }
}
