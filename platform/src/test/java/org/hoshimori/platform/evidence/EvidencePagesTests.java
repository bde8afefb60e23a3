package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Evidence as a browser sends, shows and fetches it.
class EvidencePagesTests extends PlatformTests {

    @Autowired private EvidenceRoom room;
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;

    private Actor owner;
    private OrganisationId company;

    @BeforeEach
    void aCompany() {
        owner = Companies.person(accounts, "美咲");
        company = Companies.founded(organisations, owner);
    }

    @Test
    void aBrowserUploadsAndDownloadsSafely() {
        Visit visit = signedIn(owner.email());
        String page = "/companies/" + company + "/evidence";
        assertThat(visit.get(page).body()).contains("証跡を加える", "multipart/form-data");
        var sent =
                upload(
                        visit,
                        page,
                        new Part("報告\u202E書.pdf", "application/pdf", SampleFiles.PDF),
                        new Part("画面.png", "image/png", SampleFiles.PNG));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(visit.open(page).body()).contains("報告書.pdf", "画面.png");

        Evidence png = named("画面.png");
        HttpResponse<String> shown = visit.get("/evidence/" + png.id() + "/file?inline=true");
        assertThat(shown.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox");
        assertThat(shown.headers().firstValue("Cache-Control")).contains("private, no-cache");

        Evidence pdf = named("報告書.pdf");
        HttpResponse<String> saved = visit.get("/evidence/" + pdf.id() + "/file");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E5%A0%B1");
        assertThat(saved.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(SampleFiles.PDF);
        assertThat(visit.get("/evidence/" + pdf.id()).body())
                .contains(pdf.digest().orElseThrow(), "一覧から外しても、中身は消えません");
        visit.post("/evidence/" + pdf.id() + "/hide", Map.of());
        assertThat(visit.open(page).body()).doesNotContain("報告書.pdf");
    }

    @Test
    void aLinkAndAStatementComeInByTheSameForm() {
        Visit visit = signedIn(owner.email());
        String page = "/companies/" + company + "/evidence";
        assertThat(
                        visit.post(
                                        page,
                                        Map.of(
                                                "link", "https://example.jp/policy",
                                                "linkTitle", "規程",
                                                "statementTitle", "訓練",
                                                "statement", "毎年四月に全員が受講する。"))
                                .statusCode())
                .isEqualTo(302);
        assertThat(visit.get(page).body()).contains("規程", "訓練");
    }

    @Test
    void textIsNeverShownInTheBrowserItself() {
        Evidence text = stored("a.csv", "=cmd|' /C calc'!A0");
        HttpResponse<String> saved =
                signedIn(owner.email()).get("/evidence/" + text.id() + "/file?inline=true");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void aRefusalStandsBesideWhatWasAccepted() {
        Visit visit = signedIn(owner.email());
        var answer =
                upload(
                        visit,
                        "/companies/" + company + "/evidence",
                        new Part("a.pdf", "application/pdf", SampleFiles.PDF),
                        new Part(
                                "<b>run.exe", "application/octet-stream", new byte[] {'M', 'Z', 0}),
                        new Part("b.pdf", "image/png", SampleFiles.PDF));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("_b_run.exe", "プログラムやスクリプトは添えられません", "送られた種類（image/png）")
                .doesNotContain("<b>run");
        assertThat(room.list(company)).extracting(Evidence::name).containsExactly("a.pdf");
    }

    @Test
    void anOversizeFileGetsASentenceBesideIt() {
        Visit visit = signedIn(owner.email());
        var large = new byte[(int) Incoming.MOST + 1024];
        Arrays.fill(large, (byte) 'a');
        var answer =
                upload(
                        visit,
                        "/companies/" + company + "/evidence",
                        new Part("大きい.txt", "text/plain", large));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("大きい.txt", "25 MBを超えています");
    }

    @Test
    void aRequestBeyondEveryLimitIsToldItsSize() {
        Visit visit = signedIn(owner.email());
        visit.get("/companies/" + company + "/evidence");
        var answer =
                visit.send(
                        HttpRequest.newBuilder(visit.at("/companies/" + company + "/evidence"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                new byte[111 * 1024 * 1024])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("ファイルが大きすぎます");
    }

    @Test
    void anotherCompanysEvidenceDoesNotExist() {
        Evidence evidence = stored("a.txt", "秘密");
        Visit stranger = signedIn(Companies.person(accounts, "他人").email());
        for (String path :
                List.of(
                        "/evidence/" + evidence.id(),
                        "/evidence/" + evidence.id() + "/file",
                        "/companies/" + company + "/evidence")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post("/evidence/" + evidence.id() + "/hide", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(
                        upload(
                                        stranger,
                                        "/companies/" + company + "/evidence",
                                        new Part("a.pdf", "application/pdf", SampleFiles.PDF))
                                .statusCode())
                .isEqualTo(404);
        assertThat(visit().get("/evidence/" + evidence.id() + "/file").statusCode()).isEqualTo(302);
    }

    private record Part(String name, String type, byte[] content) {}

    private HttpResponse<String> upload(Visit visit, String path, Part... parts) {
        visit.get("/account");
        var body = new ByteArrayOutputStream();
        field(
                body,
                "form-data; name=\"_csrf\"",
                "",
                visit.token().getBytes(StandardCharsets.UTF_8));
        for (Part part : parts) {
            field(
                    body,
                    "form-data; name=\"files\"; filename=\""
                            + part.name().replace("\"", "%22")
                            + "\"",
                    part.type(),
                    part.content());
        }
        body.writeBytes("--boundary--\r\n".getBytes(StandardCharsets.UTF_8));
        return visit.send(
                HttpRequest.newBuilder(visit.at(path))
                        .header("Content-Type", "multipart/form-data; boundary=boundary")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void field(
            ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        String head = "--boundary\r\nContent-Disposition: " + disposition + "\r\n";
        String kind = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        body.writeBytes((head + kind + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Evidence named(String name) {
        return room.list(company).stream()
                .filter(evidence -> evidence.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Evidence stored(String name, String text) {
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (room.addFile(owner, company, name, content) instanceof Added.Stored(Evidence stored)) {
            return stored;
        }
        throw new AssertionError(name + " was refused");
    }
}
