package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.rules.AnswerValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Answers in and out of files, over real HTTP.
class TransferTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;

    private Visit visit;
    private Actor actor;
    private AssessmentId id;

    @BeforeEach
    void someoneWithAnAssessment() {
        String email = "transfer" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        id = assessments.begin(actor, Companies.founded(organisations, actor), "scs", "3");
    }

    @Test
    void aFileIsPreviewedAndOnlyChosenRowsAreTaken() {
        var preview =
                upload(
                        "id,answer,detail\r\n1-2-1-1,met,一\r\n1-2-1-2,not-applicable,二\r\n",
                        Charset.forName("Shift_JIS"));
        assertThat(preview.body())
                .contains("2件を読み取りました", "value=\"1-2-1-1:0\"", "value=\"1-2-1-2:0\"");
        assertThat(assessments.answers(id)).isEmpty();
        apply(preview.body(), "1-2-1-2:0");
        assertThat(assessments.answers(id)).containsOnlyKeys("1-2-1-2");
        assertThat(Objects.requireNonNull(assessments.answers(id).get("1-2-1-2")).said())
                .isEqualTo(new Said(AnswerValue.NOT_APPLICABLE, "二", ""));
    }

    @Test
    void faultsAreShownByRowAndNothingChanges() {
        var refused =
                upload(
                        "id,answer,detail\n1-2-1-1,perhaps,\n9-9-9-9,met,\n1-2-1-1,met,\n",
                        StandardCharsets.UTF_8);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("perhaps", "9-9-9-9");
        assertThat(assessments.answers(id)).isEmpty();
        assertThat(upload("", StandardCharsets.UTF_8).statusCode()).isEqualTo(422);
    }

    @Test
    void aSheetOfTheDraftEditionIsRefusedAndToldApart() {
        String rows =
                assessments.edition(assessments.get(id)).criteriaOf("3").stream()
                        .map(criterion -> criterion.id() + ",met\n")
                        .collect(
                                Collectors.joining(
                                        "", "id,answer\n", "9-1-1-1,met\n9-1-1-2,met\n"));
        var refused = upload(rows, StandardCharsets.UTF_8);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("83", "157");
        assertThat(assessments.answers(id)).isEmpty();
    }

    @Test
    void whatOthersSavedDuringThePreviewIsNotReplaced() {
        var preview = upload("id,answer,detail\n1-2-1-1,met,file\n", StandardCharsets.UTF_8);
        assessments.save(actor, id, "1-2-1-1", new Said(AnswerValue.NOT_MET, "", "hand"), 0);
        apply(preview.body(), "1-2-1-1:0");
        assertThat(Objects.requireNonNull(assessments.answers(id).get("1-2-1-1")).note())
                .isEqualTo("hand");
        assertThat(visit.get("/assessments/" + id + "/history").body()).contains("file", "hand");
    }

    @Test
    void aFormulaLeavesAsTextAndComesBackAsItWas() {
        String formula = "=HYPERLINK(\"http://evil.example\",\"x\")";
        assessments.save(actor, id, "1-2-1-1", new Said(AnswerValue.MET, "", formula), 0);
        String csv = visit.get("/assessments/" + id + "/answers.csv").body();
        assertThat(csv).doesNotContain(",=HYPERLINK").doesNotContain("\"=HYPERLINK");
        assertThat(upload(csv, StandardCharsets.UTF_8).body()).contains("変わる回答はありません");
        assertThat(visit.get("/assessments/" + id + "/answers.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void theLargeLevelComesInWithinTwoSeconds() {
        AssessmentId large =
                assessments.begin(actor, assessments.get(id).organisation(), "scs", "4");
        String rows =
                assessments.edition(assessments.get(large)).criteriaOf("4").stream()
                        .map(criterion -> criterion.id() + ",met,実施しています")
                        .collect(Collectors.joining("\n", "id,answer,detail\n", "\n"));
        id = large;
        long begin = System.nanoTime();
        String preview = upload(rows, StandardCharsets.UTF_8).body();
        String[] all =
                Pattern.compile("name=\"take\" value=\"([^\"]+)\"")
                        .matcher(preview)
                        .results()
                        .map(found -> found.group(1))
                        .toArray(String[]::new);
        assertThat(all).hasSize(153);
        apply(preview, String.join(",", all));
        assertThat(System.nanoTime() - begin).isLessThan(4_000_000_000L);
        assertThat(assessments.answers(large)).hasSize(153);
    }

    private void apply(String preview, String take) {
        var packed = Pattern.compile("name=\"rows\" value=\"([^\"]+)\"").matcher(preview);
        assertThat(packed.find()).isTrue();
        assertThat(
                        visit.post(
                                        "/assessments/" + id + "/import/apply",
                                        Map.of("rows", packed.group(1), "take", take))
                                .statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> upload(String text, Charset charset) {
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n";
        byte[] content = text.getBytes(charset);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        return visit.send(
                HttpRequest.newBuilder(visit.at("/assessments/" + id + "/import"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("X-CSRF-TOKEN", visit.token())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }
}
