package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

class EvidenceTests extends PlatformTests {

    @Autowired private EvidenceRoom room;
    @Autowired private Upkeep upkeep;
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Trail trail;

    private Actor owner;
    private OrganisationId company;

    @BeforeEach
    void aCompany() {
        owner = Companies.person(accounts, "美咲");
        company = Companies.founded(organisations, owner);
    }

    @Test
    void bytesLieUnderTheirDigestAndTheSameBytesOnce() throws IOException {
        Evidence first = stored("a.txt", "同じ中身" + company);
        Evidence second = stored("b.txt", "同じ中身" + company);
        assertThat(first.digest()).isEqualTo(second.digest());
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(Files.readString(placeOf(first))).isEqualTo("同じ中身" + company);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void manyUploadsOfTheSameBytesAtOnceAllSucceed() throws Exception {
        List<Callable<Evidence>> uploads =
                java.util.stream.IntStream.range(0, 12)
                        .<Callable<Evidence>>mapToObj(i -> () -> stored(i + ".txt", "一斉" + company))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var upload : threads.invokeAll(uploads)) {
                assertThat(upload.get().digest()).isPresent();
            }
        }
        assertThat(room.list(company)).hasSize(12);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void refusalsLeaveNothingBehind() throws IOException {
        assertThat(reason("a.pdf", new byte[] {'M', 'Z', 0})).isEqualTo("executable");
        var tooLarge = new byte[(int) Incoming.MOST + 1];
        Arrays.fill(tooLarge, (byte) 'a');
        assertThat(reason("a.txt", tooLarge)).isEqualTo("too-large");
        assertThat(incoming()).isEmpty();
        assertThat(room.list(company)).isEmpty();
        var largest = Arrays.copyOf(tooLarge, (int) Incoming.MOST);
        assertThat(room.addFile(owner, company, "a.txt", new ByteArrayInputStream(largest)))
                .isInstanceOf(Added.Stored.class);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        var broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("connection lost");
                        }
                        return 'a';
                    }
                };
        assertThatThrownBy(() -> room.addFile(owner, company, "a.txt", broken))
                .hasMessageContaining("evidence cannot be stored");
        assertThat(incoming()).isEmpty();
        assertThat(room.list(company)).isEmpty();
    }

    @Test
    void theSweepRemovesWhatAKilledUploadLeftAndNothingElse() throws IOException {
        Evidence kept = stored("a.txt", "残る" + company);
        Path part = Files.writeString(evidenceFolder().resolve("incoming/killed.part"), "half");
        Path fresh = Files.writeString(evidenceFolder().resolve("incoming/running.part"), "half");
        String digest = "ab12" + "0".repeat(60);
        Path orphan = evidenceFolder().resolve("ab/12/" + digest);
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "whole, but its row was never written");
        FileTime old = FileTime.from(Instant.now().minus(Upkeep.SETTLED).minusSeconds(60));
        for (Path file : List.of(part, orphan, placeOf(kept))) {
            Files.setLastModifiedTime(file, old);
        }
        upkeep.sweep();
        assertThat(part).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(fresh).exists();
        assertThat(placeOf(kept)).exists();
        Files.delete(fresh);
    }

    @Test
    void linksAreWebAddressesOnly() {
        assertThat(room.addLink(owner, company, "規程", "https://example.jp/規程?a=1"))
                .isInstanceOfSatisfying(
                        Added.Stored.class,
                        stored ->
                                assertThat(stored.evidence().text().orElseThrow())
                                        .startsWith("https://example.jp/%E8"));
        for (String bad :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "file:///etc/passwd",
                        "https://user:pass@example.jp/",
                        "https:///x",
                        "//example.jp",
                        "https://exa mple.jp",
                        "ftp://example.jp/")) {
            assertThat(room.addLink(owner, company, "x", bad))
                    .as(bad)
                    .isInstanceOf(Added.Refused.class);
        }
    }

    @Test
    void aStatementHasTheDigestOfItsText() {
        assertThat(room.addStatement(owner, company, "", "毎年四月に\r\n全員が受講"))
                .isInstanceOfSatisfying(
                        Added.Stored.class,
                        stored -> {
                            assertThat(stored.evidence().text()).contains("毎年四月に\n全員が受講");
                            assertThat(stored.evidence().digest().orElseThrow()).hasSize(64);
                            assertThat(stored.evidence().name()).isEqualTo("毎年四月に 全員が受講");
                        });
    }

    @Test
    void onlyThoseWhoMayEditAddAndHide() {
        Actor viewer = Companies.person(accounts, "閲覧");
        Actor stranger = Companies.person(accounts, "他人");
        String link = organisations.invite(owner, company, viewer.email(), Role.VIEWER);
        organisations.accept(viewer, link.substring("/invitations/".length()), false);
        Evidence evidence = stored("a.txt", "x");
        assertThat(room.mayRead(viewer, evidence)).isTrue();
        assertThat(room.mayRead(stranger, evidence)).isFalse();
        assertThatThrownBy(() -> room.addLink(viewer, company, "x", "https://example.jp"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.hide(viewer, evidence.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.addStatement(stranger, company, "x", "y"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        room.addFile(stranger, company, "a.txt", InputStream.nullInputStream()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void hidingKeepsTheBytesAndTheDatabaseRefusesToAlterARow() throws IOException {
        Evidence evidence = stored("a.txt", "消えない" + company);
        room.hide(owner, evidence.id());
        assertThat(room.list(company)).isEmpty();
        assertThat(room.of(List.of(evidence.id())).getFirst().hidden()).isTrue();
        assertThat(placeOf(evidence)).exists();
        assertThatThrownBy(() ->
                        jdbc.sql("update evidence.evidence set name = 'x' where id = :id")
                                .param("id", evidence.id().value())
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("delete from evidence.evidence where id = :id")
                                .param("id", evidence.id().value())
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(trail.of("evidence:" + evidence.id()))
                .extracting(Trail.Line::what)
                .containsExactly("evidence.added", "evidence.hidden");
    }

    private Evidence stored(String name, String text) {
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (room.addFile(owner, company, name, content) instanceof Added.Stored(Evidence stored)) {
            return stored;
        }
        throw new AssertionError(name + " was refused");
    }

    private String reason(String name, byte[] content) {
        return room.addFile(owner, company, name, new ByteArrayInputStream(content))
                        instanceof Added.Refused refused
                ? refused.reasonKey().substring("evidence.refused.".length())
                : "";
    }

    private Path evidenceFolder() {
        return data.resolve("evidence");
    }

    private Path placeOf(Evidence evidence) {
        String digest = evidence.digest().orElseThrow();
        return evidenceFolder()
                .resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
    }

    private List<Path> incoming() throws IOException {
        try (var parts = Files.list(evidenceFolder().resolve("incoming"))) {
            return parts.toList();
        }
    }
}
