package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.hoshimori.platform.api.Program;
import org.hoshimori.platform.api.ProgramTests;
import org.junit.jupiter.api.Test;

/// Evidence as a company's programs attach it.
class EvidenceApiTests extends ProgramTests {

    @Test
    void aFileIsTheBodyAndItsNameStandsInTheHeader() {
        String evidence = begun("scs", "3") + "/answers/1-2-1-1/evidence";
        var added =
                program.send(
                        "POST",
                        evidence,
                        BodyPublishers.ofString("総務部が担当する。"),
                        "Content-Type",
                        "text/plain",
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''%E4%BD%93%E5%88%B6.txt");
        added.is(201);
        assertThat(added.json().path("name").asString()).isEqualTo("体制.txt");
        assertThat(program.get(added.header("Location")).is(200).json()).isEqualTo(added.json());
        var list = reading.get(evidence).is(200).json().path("items");
        assertThat(list).hasSize(1);
        assertThat(list.path(0)).isEqualTo(added.json());
        program.delete(added.header("Location")).is(204);
        program.delete(added.header("Location")).is(404);
        assertThat(reading.get(evidence).json().path("items")).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from evidence.evidence where organisation = :company")
                                .param("company", company.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aFileIsAPartOfAForm() {
        String evidence = begun("scs", "3") + "/answers/1-2-1-1/evidence";
        part(evidence, "file", "a.csv", "id,name\n1,x\n").is(201);
        var none =
                program.send(
                        "POST",
                        evidence,
                        BodyPublishers.ofString("--b\r\n\r\n\r\n--b--\r\n"),
                        "Content-Type",
                        "multipart/form-data; boundary=b");
        assertThat(none.status()).isIn(400, 422);
    }

    private Program.Reply part(String path, String field, String name, String content) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n"
                        .formatted(field, name, content);
        return program.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    @Test
    void theRulesAreThoseOfThePage() {
        String evidence = begun("scs", "3") + "/answers/1-2-1-1/evidence";
        raw(evidence, "x.txt", "MZ\0\0 program".getBytes(StandardCharsets.ISO_8859_1))
                .is(422, "evidence-refused");
        raw(evidence, "page.html", "<script>".getBytes(StandardCharsets.UTF_8))
                .is(422, "evidence-refused");
        raw(evidence, "empty.txt", new byte[0]).is(422, "evidence-refused");
        raw(evidence, "big.txt", new byte[26 * 1024 * 1024]).is(413, "too-large");
        program.send("POST", evidence, BodyPublishers.ofString("x"), "Content-Type", "text/plain")
                .is(400, "bad-parameter");
        program.send(
                        "POST",
                        evidence,
                        BodyPublishers.ofString("x"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Content-Disposition",
                        "attachment; filename=\"a.txt\"")
                .is(415);
        assertThat(program.get(evidence).json().path("items")).isEmpty();
    }

    @Test
    void aKeyedFileIsAddedOnceHoweverOftenItIsSent() {
        String address = begun("scs", "3");
        String evidence = address + "/answers/1-2-1-1/evidence";
        var first = keyed(evidence, "a");
        var second = keyed(evidence, "a");
        assertThat(second.is(201).http().body()).isEqualTo(first.is(201).http().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        keyed(evidence, "b").is(422, "key-reused");
        assertThat(program.get(evidence).json().path("items")).hasSize(1);
    }

    @Test
    void nothingIsKeptWhereNothingMayBeWritten() {
        String address = begun("scs", "3");
        jdbc.sql("update assessment.assessment set stage = 'declared' where id::text = :id")
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .update();
        raw(address + "/answers/1-2-1-1/evidence", "a.txt", "x y".getBytes(StandardCharsets.UTF_8))
                .is(409, "closed");
        raw(address + "/answers/9-9-9-9/evidence", "a.txt", "x y".getBytes(StandardCharsets.UTF_8))
                .is(404);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from evidence.evidence where organisation = :company")
                                .param("company", company.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Program.Reply keyed(String path, String content) {
        return program.send(
                "POST",
                path,
                BodyPublishers.ofString(content),
                "Content-Type",
                "text/plain",
                "Content-Disposition",
                "attachment; filename=\"a.txt\"",
                "Idempotency-Key",
                "evidence-1");
    }

    private Program.Reply raw(String path, String name, byte[] content) {
        return program.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(content),
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename=\"" + name + "\"");
    }
}
