package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.organisation.CorporateNumber;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Profile;
import org.hoshimori.platform.organisation.Size;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;
import tools.jackson.databind.json.JsonMapper;

class FreezingTests {

    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Actor BY = new Actor(new AccountId(ID), "山田", "y@example.jp", false);

    private final Edition edition = edition();

    @Property(tries = 50)
    void theSameContentIsTheSameBytesInWhateverOrderItCame(
            @ForAll @StringLength(max = 40) String note, @ForAll long seed) {
        Map<String, Answer> answers = answers(note);
        Map<String, List<Evidence>> evidence = Map.of("1-2-1-1", evidence());
        Frozen one = freezing(answers, evidence).freeze();
        Frozen other =
                freezing(shuffled(answers, seed), Map.of("1-2-1-1", shuffled(evidence(), seed)))
                        .freeze();
        assertThat(other.json()).isEqualTo(one.json());
        assertThat(other.sha256()).isEqualTo(one.sha256());
    }

    @Property(tries = 50)
    void anotherNoteIsAnotherDigestAndTheJsonIsWhole(@ForAll @StringLength(max = 40) String note) {
        Frozen one = freezing(answers(note), Map.of()).freeze();
        Frozen other = freezing(answers(note + "x"), Map.of()).freeze();
        assertThat(other.sha256()).isNotEqualTo(one.sha256());
        var read = JsonMapper.builder().build().readTree(one.json());
        assertThat(read.get("answers").size()).isEqualTo(81);
        assertThat(read.get("answers").get(0).get("note").asString())
                .isEqualTo(new Said(Optional.empty(), "", note).note());
        assertThat(read.get("result").get("met").asBoolean()).isTrue();
    }

    private Freezing freezing(Map<String, Answer> answers, Map<String, List<Evidence>> evidence) {
        return new Freezing(
                new Organisation(
                        new OrganisationId(ID),
                        new CorporateNumber("7000012050002"),
                        new Profile(
                                "試験工業株式会社",
                                "シケンコウギョウ",
                                Optional.empty(),
                                "23",
                                "E",
                                Size.UP_TO_50,
                                Optional.empty()),
                        AT),
                new Assessment(
                        new AssessmentId(ID),
                        new OrganisationId(ID),
                        "scs",
                        edition.id(),
                        "3",
                        Stage.DRAFT,
                        AT,
                        Optional.empty(),
                        1),
                new Scope(List.of(new Scope.Item(ID, Scope.Kind.SITE, "本社", "")), ""),
                Snapshot.evaluate(edition, "3", answers),
                answers,
                evidence,
                1,
                BY,
                AT);
    }

    private Map<String, Answer> answers(String note) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        edition.criteriaOf("3")
                .forEach(criterion ->
                        answers.put(
                                criterion.id(),
                                new Answer(
                                        criterion.id(),
                                        new Said(AnswerValue.MET, "", note),
                                        1,
                                        AT,
                                        BY.id(),
                                        BY.name())));
        return answers;
    }

    private static List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            evidence.add(
                    new Evidence(
                            new EvidenceId(new UUID(7, n)),
                            new OrganisationId(ID),
                            Evidence.Kind.LINK,
                            "e" + n,
                            Optional.empty(),
                            0,
                            "text/uri-list",
                            Optional.of("https://example.jp/" + n),
                            Evidence.Check.NONE,
                            false,
                            AT,
                            BY.id()));
        }
        return evidence;
    }

    private static <V> Map<String, V> shuffled(Map<String, V> map, long seed) {
        Map<String, V> out = new LinkedHashMap<>();
        shuffled(new ArrayList<>(map.entrySet()), seed)
                .forEach(entry -> out.put(entry.getKey(), entry.getValue()));
        return out;
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> out = new ArrayList<>(list);
        Collections.shuffle(out, new Random(seed));
        return out;
    }

    private static Edition edition() {
        try {
            return ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes")))
                    .schemes()
                    .edition("scs", "2026-03-27")
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
