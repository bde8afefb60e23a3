package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.command.CheckSheetSample;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The operator's own copy of a scheme's sheet, over real HTTP, without a restart.
class OwnSheetPagesTests extends PlatformTests {

    @Autowired Editions editions;
    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;

    private Visit operator;
    private Actor actor;

    @BeforeEach
    void anOperator() {
        String email = "sheets" + System.nanoTime() + "@people.example";
        operator = signedIn(email);
        jdbc.sql("update account.account set operator = true where email = :email")
                .param("email", email)
                .update();
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), true);
    }

    @AfterEach
    void giveUp() throws IOException {
        editions.keep(jama(), OfficialWording.none(jama()));
        jdbc.sql("delete from scheme.file").update();
        Files.deleteIfExists(data.resolve("schemes/wording/jama-japia-2.1.csv"));
    }

    private Edition jama() {
        return editions.get("jama-japia", "2.1");
    }

    @Test
    void theSheetOfTheMotorIndustryIsLookedAtTakenOverAndUsedAtOnce() {
        AssessmentId before =
                assessments.begin(
                        actor, Companies.founded(organisations, actor), "jama-japia", "1");
        HttpResponse<String> preview = upload(CheckSheetSample.bytes(""), "");
        assertThat(preview.body())
                .contains("自工会/部工会", "<dd>153 / 153</dd>", "label-24 ", "取り込みは止めません")
                .doesNotContain("自社の条件その153");
        assertThat(jama().wording()).isEmpty();

        Matcher packed =
                Pattern.compile("name=\"wording\" value=\"([^\"]+)\"").matcher(preview.body());
        assertThat(packed.find()).isTrue();
        operator.post(
                "/desk/operator/sheets/keep",
                Map.of("edition", "jama-japia/2.1", "wording", packed.group(1)));

        assertThat(operator.get("/desk/operator/sheets").body()).contains("取り込みました", "使うのをやめる");
        assertThat(jama().criterion("153").orElseThrow().level()).isEqualTo("1");
        assertThat(operator.get("/schemes/jama-japia?level=1").body())
                .contains(
                        "自社の条件その153",
                        "お手元の公式のシートから取り込んだ文です",
                        "<span class=\"badge good\">公式のシート</span>");
        assertThat(visit().get("/schemes/jama-japia?level=1").body())
                .as("a stranger")
                .doesNotContain("自社の条件")
                .contains("レベル1 (50)");
        assertThat(visit().get("/schemes?q=自社の条件その17").body()).doesNotContain("#c-17");
        assertThat(operator.get("/schemes/jama-japia?level=3&q=条件その17").body())
                .contains("id=\"c-17\"", "通信制御");
        assertThat(visit().get("/schemes/jama-japia/crosswalks/33").body()).contains("4-1-1-1");
        // An assessment begun before asks what the sheet says now.
        assertThat(operator.get("/assessments/" + before + "/criteria/153").body())
                .contains("自社の条件その153");
        assertThat(
                        jdbc.sql(
                                        "select what from trail.line where subject = 'scheme:jama-japia/2.1'")
                                .query(String.class)
                                .list())
                .contains("scheme.sheet-taken");

        operator.post("/desk/operator/sheets/keep", Map.of("edition", "jama-japia/2.1"));
        assertThat(jama().wording()).isEmpty();
        assertThat(operator.get("/schemes/jama-japia?level=1").body()).doesNotContain("自社の");
    }

    @Test
    void aFileThatIsNoSheetIsRefusedWithWhatWasFound() {
        HttpResponse<String> refused = upload("nothing".getBytes(StandardCharsets.UTF_8), "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("XLSXではありません");
        assertThat(upload(CheckSheetSample.bytes(""), "scs/2026-03-27").body())
                .contains("番号の列と回答の列が分かりません", "「達成条件」");
        assertThat(
                        operator.post(
                                        "/desk/operator/sheets/keep",
                                        Map.of("edition", "scs/2026-03-27", "wording", "bm8="))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCompanyNamesTheColumnsOfASheetThatIsNotKnown() throws IOException {
        AssessmentId id =
                assessments.begin(
                        actor, Companies.founded(organisations, actor), "essential-eight", "1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "Sample", "1.0")) {
            var sheet = workbook.newWorksheet("x");
            sheet.value(0, 0, "Kontrolle");
            sheet.value(0, 1, "Ergebnis");
            sheet.value(1, 0, "ISM-1807");
            sheet.value(1, 1, "Effective");
        }
        String path = "/assessments/" + id + "/import";
        assertThat(send(path, out.toByteArray(), Map.of()).body())
                .contains("「Kontrolle」「Ergebnis」");
        assertThat(
                        send(
                                        path,
                                        out.toByteArray(),
                                        Map.of("idColumn", "Kontrolle", "answerColumn", "B"))
                                .body())
                .contains("1件を読み取りました", "ISM-1807");
    }

    private HttpResponse<String> upload(byte[] file, String edition) {
        return send("/desk/operator/sheets", file, Map.of("edition", edition));
    }

    private HttpResponse<String> send(String path, byte[] file, Map<String, String> fields) {
        StringBuilder head = new StringBuilder();
        new HashMap<>(fields)
                .forEach((name, value) ->
                        head.append("--b\r\nContent-Disposition: form-data; name=\"")
                                .append(name)
                                .append("\"\r\n\r\n")
                                .append(value)
                                .append("\r\n"));
        head.append(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own.xlsx\"\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return operator.send(
                HttpRequest.newBuilder(operator.at(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("X-CSRF-TOKEN", operator.token())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
