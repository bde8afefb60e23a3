package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ScannedEvidenceTests extends PlatformTests {

    private static final ClamdDouble SCANNER = new ClamdDouble();

    @Autowired private EvidenceRoom room;
    @Autowired private Upkeep upkeep;
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Trail trail;

    private Actor owner;
    private OrganisationId company;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("hoshimori.clamav.host", () -> "127.0.0.1");
        properties.add("hoshimori.clamav.port", SCANNER::port);
        properties.add("hoshimori.clamav.timeout", () -> "500ms");
    }

    @BeforeEach
    void aCompany() {
        SCANNER.becomes(ClamdDouble.Mood.WELL);
        owner = Companies.person(accounts, "美咲");
        company = Companies.founded(organisations, owner);
    }

    @Test
    void aCleanFileCanBeOpened() throws IOException {
        Evidence evidence = stored("a.pdf", SampleFiles.PDF);
        assertThat(evidence.check()).isEqualTo(Evidence.Check.CLEAN);
        try (InputStream content = room.open(evidence)) {
            assertThat(content.readAllBytes()).isEqualTo(SampleFiles.PDF);
        }
    }

    @Test
    void anInfectedFileIsNotTakenAndTheTrailTellsOfIt() {
        Added added = add("harmless.txt", SampleFiles.EICAR);
        assertThat(added)
                .isInstanceOfSatisfying(
                        Added.Refused.class,
                        refused -> {
                            assertThat(refused.reasonKey()).isEqualTo("evidence.refused.infected");
                            assertThat(refused.arguments()).containsExactly("Win.Test.EICAR_HDB-1");
                        });
        assertThat(room.list(company)).isEmpty();
        assertThat(trail.ofOrganisation(company.value(), Long.MAX_VALUE, 10))
                .extracting(Trail.Line::what)
                .contains("evidence.refused");
    }

    @Test
    void aFileWaitsLockedWhileTheScannerIsAwayAndOpensAfterwards() throws IOException {
        SCANNER.becomes(ClamdDouble.Mood.HANGS_UP);
        Evidence waiting = stored("b.pdf", SampleFiles.PDF);
        assertThat(waiting.check()).isEqualTo(Evidence.Check.WAITING);
        assertThatThrownBy(() -> room.open(waiting)).isInstanceOf(IllegalStateException.class);
        upkeep.scanWaiting();
        assertThat(room.get(waiting.id()).orElseThrow().check()).isEqualTo(Evidence.Check.WAITING);

        SCANNER.becomes(ClamdDouble.Mood.WELL);
        upkeep.scanWaiting();
        Evidence cleared = room.get(waiting.id()).orElseThrow();
        assertThat(cleared.check()).isEqualTo(Evidence.Check.CLEAN);
        room.open(cleared).close();
    }

    @Test
    void aFileThatProvesInfectedLaterStaysLocked() {
        SCANNER.becomes(ClamdDouble.Mood.SILENT);
        Evidence waiting = stored("c.txt", SampleFiles.EICAR);
        SCANNER.becomes(ClamdDouble.Mood.WELL);
        upkeep.scanWaiting();
        Evidence infected = room.get(waiting.id()).orElseThrow();
        assertThat(infected.check()).isEqualTo(Evidence.Check.INFECTED);
        assertThatThrownBy(() -> room.open(infected)).isInstanceOf(IllegalStateException.class);
        assertThat(trail.of("evidence:" + waiting.id()))
                .extracting(Trail.Line::what)
                .containsExactly("evidence.added", "evidence.infected");
    }

    private Evidence stored(String name, byte[] content) {
        assertThat(add(name, content)).isInstanceOf(Added.Stored.class);
        return room.list(company).getFirst();
    }

    private Added add(String name, byte[] content) {
        return room.addFile(owner, company, name, new ByteArrayInputStream(content));
    }
}
