package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.rules.crosswalk.Credits;
import org.hoshimori.rules.crosswalk.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an instance was given of a scheme's own sheet, beside the schemes.
class OwnWordingTests {
    private static final Edition JAMA = Carried.edition("jama-japia", "2.1");
    private static final Edition SCS = Carried.edition("scs", "2026-03-27");

    @TempDir Path beside;

    private Schemes schemes() throws IOException {
        for (String part : List.of("jama-japia", "scs", "sheets", "cmmc")) {
            Path from = Path.of("../schemes", part);
            Files.createDirectories(beside.resolve(part));
            for (String name : from.toFile().list()) {
                if (name.endsWith(".yaml")) {
                    Files.write(
                            beside.resolve(part).resolve(name),
                            Files.readAllBytes(from.resolve(name)));
                }
            }
        }
        return switch (Schemes.load(beside)) {
            case Schemes.Reading.Read read -> read.schemes();
            case Schemes.Reading.Refused refused ->
                    throw new AssertionError(refused.faults().toString());
        };
    }

    private void keep(Placing placing, Map<String, String> words) throws IOException {
        Path place = OfficialWording.place(beside, JAMA);
        Files.createDirectories(place.getParent());
        Files.write(
                place,
                new OfficialWording(
                                "jama-japia",
                                "2.1",
                                "0".repeat(64),
                                new TreeMap<>(),
                                new TreeMap<>(words),
                                placing)
                        .bytes());
    }

    private static Placing placing(Map<String, String> levels, Map<String, String> places) {
        return new Placing(new TreeMap<>(levels), new TreeMap<>(places));
    }

    @Test
    void placesTheEditionAndKeepsItsWordsApart() throws IOException {
        keep(placing(Map.of("7", "3"), Map.of("7", "label-17")), Map.of("7", "社内だけの文"));
        Edition edition = schemes().edition("jama-japia", "2.1").orElseThrow();

        assertThat(edition.criterion("7").orElseThrow().level()).isEqualTo("3");
        assertThat(edition.criterion("7").orElseThrow().requirement()).isEqualTo("label-17");
        assertThat(edition.requirements())
                .extracting(Requirement::id)
                .containsSubsequence("label-16", "label-17", "label-18");
        assertThat(edition.wording().orElseThrow().criteria()).containsEntry("7", "社内だけの文");
        assertThat(edition.toString() + edition.criteria()).doesNotContain("社内だけの文");
        assertThat(edition.published()).isEqualTo(JAMA);
        assertThat(edition.published().wording()).isEmpty();
    }

    @Test
    void theSheetItselfAndWhatWasKeptOfItGiveTheSameRule() throws IOException {
        Placing placing = placing(Map.of("7", "3"), Map.of("7", "label-17"));
        keep(placing, Map.of());
        Edition kept = schemes().edition("jama-japia", "2.1").orElseThrow();

        assertThat(JAMA.placed(placing)).isEqualTo(kept);
        assertThat(kept.placed(placing)).isEqualTo(kept);
        assertThat(kept.placed(placing(Map.of("7", "2"), Map.of()))).isNotEqualTo(kept);
    }

    @Test
    void whatIsNotKnownOfItIsPassedOverAndADamagedFileIsAFault() throws IOException {
        keep(placing(Map.of("999", "1", "7", "9"), Map.of("7", "label-99")), Map.of());
        assertThat(schemes().edition("jama-japia", "2.1")).contains(JAMA);

        Files.writeString(
                OfficialWording.place(beside, JAMA), "edition,jama-japia/2.1\nwhat,1,2\n");
        assertThat(Schemes.load(beside)).isInstanceOf(Schemes.Reading.Refused.class);
    }

    @Test
    void relationsWithALabelReachTheConditionsPlacedInIt() throws IOException {
        keep(placing(Map.of("120", "1"), Map.of("120", "label-9", "3", "label-9")), Map.of());
        Schemes schemes = schemes();
        Crosswalks.Reading.Read read =
                (Crosswalks.Reading.Read)
                        Crosswalks.read(
                                SchemeFiles.below(
                                        Path.of("../schemes"),
                                        path -> path.equals("crosswalks/scs-jama-japia.yaml")),
                                schemes);
        Crosswalk crosswalk = read.crosswalks().list().getFirst();
        Crosswalk before =
                ((Crosswalks.Reading.Read)
                                Crosswalks.read(
                                        SchemeFiles.below(
                                                Path.of("../schemes"),
                                                path ->
                                                        path.equals(
                                                                "crosswalks/scs-jama-japia.yaml")),
                                        Carried.schemes()))
                        .crosswalks()
                        .list()
                        .getFirst();

        long label = before.maps().stream().filter(m -> m.target().equals("label-9")).count();
        assertThat(crosswalk.maps()).hasSize(before.maps().size() + 2 * (int) label);
        assertThat(crosswalk.maps())
                .filteredOn(map -> map.target().equals("120"))
                .hasSize((int) label)
                .allMatch(map -> map.relation() == Relation.INTERSECTS && map.strength() == 2);
        assertThat(crosswalk.rule()).startsWith(before.rule() + ";placed@sha256:");

        Edition jama = schemes.edition("jama-japia", "2.1").orElseThrow();
        Map<Edition, Answers> answered =
                Map.of(SCS, Answers.of(Map.of("4-1-1-1", new Answer(AnswerValue.MET))));
        assertThat(new Credits(List.of(crosswalk)).suggest(answered, jama))
                .extracting(Suggestion::target)
                .containsExactly("120", "3", "label-9");
        assertThat(new Credits(List.of(before)).suggest(answered, JAMA))
                .extracting(Suggestion::target)
                .containsExactly("label-9");
    }

    @Test
    void aLabelThatIsLeftEmptyLosesItsRelationsAndBreaksNothing() throws IOException {
        keep(placing(Map.of(), Map.of("1", "label-2", "2", "label-2")), Map.of());

        Crosswalks.Reading reading =
                Crosswalks.read(
                        SchemeFiles.below(
                                Path.of("../schemes"),
                                path -> path.equals("crosswalks/scs-jama-japia.yaml")),
                        schemes());
        assertThat(reading).isInstanceOf(Crosswalks.Reading.Read.class);
        assertThat(((Crosswalks.Reading.Read) reading).crosswalks().list().getFirst().maps())
                .noneMatch(map -> map.target().equals("label-1"));
    }
}
