package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.rules.AnswerValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The workbench over real HTTP.
class WorkbenchTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;
    @Autowired EvidenceRoom room;

    private Visit visit;
    private Actor actor;
    private OrganisationId company;

    @BeforeEach
    void someoneWithACompany() {
        String email = "bench" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        company = Companies.founded(organisations, actor);
    }

    @Test
    void beginsFromTheCompanyAndShowsTheFirstCriterion() {
        assertThat(visit.get("/companies/" + company + "/assessments/new").body())
                .contains("★3", "用意するもの");
        var begun = visit.post("/companies/" + company + "/assessments", Map.of("level", "3"));
        String scope = begun.headers().firstValue("Location").orElseThrow();
        assertThat(visit.get(scope).body()).contains("適用範囲", "拠点が1件もありません");
        var page = visit.get(scope.replace("/scope", ""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("★3：81件のうち0件がそろいました", "1-2-1-1");
        assertThat(visit.get("/companies/" + company).body()).contains("自己評価");
    }

    @Test
    void everyPageOfAnAssessmentOpensInBothLanguages() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        assessments.describe(actor, id, Scope.Kind.EXCLUSION, "工場の計測器", "");
        assessments.save(actor, id, "4-1-3-2", new Said(AnswerValue.MET, "", "<b>表計算</b>"), 0);
        for (String language : new String[] {"ja", "en"}) {
            for (String page :
                    new String[] {
                        "",
                        "/scope",
                        "/import",
                        "/advisers",
                        "/history",
                        "/duties",
                        "/declare",
                        "/print",
                        "/criteria/4-1-3-2"
                    }) {
                var response = visit.get("/assessments/" + id + page + "?lang=" + language);
                assertThat(response.statusCode()).as(page).isEqualTo(200);
                assertThat(response.body()).doesNotContain("<b>表計算");
            }
            assertThat(visit().get("/schemes/scs?q=ログ&level=4&lang=" + language).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void savesAnAnswerByScriptAndReturnsOnlyWhatChanged() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        var saved = script(id, "1-2-1-1", "value=met&reason=&note=" + "abc" + "&version=0");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body())
                .contains(
                        "hx-swap-oob", "81件のうち1件がそろいました", "id=\"version-1-2-1-1\"", "leaf-1-2-1-1")
                .doesNotContain("<textarea");
        assertThat(assessments.answers(id).get("1-2-1-1").note()).isEqualTo("abc");
    }

    @Test
    void aHelperFromOutsideComesInOnceByTheLinkAndChoosesFromTheEvidence() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        var added = (Added.Stored) room.addStatement(actor, company, "体制図", "総務部が担当する。");
        String email = "helper" + System.nanoTime() + "@people.example";
        Visit helper = signedIn(email);
        String location =
                visit.post("/assessments/" + id + "/advisers", Map.of("email", email))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        String link = "/assessments/invitations/" + location.substring(location.indexOf('=') + 1);
        assertThat(visit.get(link).body()).doesNotContain("試験工業");
        assertThat(visit.post(link, Map.of()).statusCode()).isEqualTo(409);
        assertThat(helper.post(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(helper.post(link, Map.of()).statusCode()).isEqualTo(409);

        String criterion = "/assessments/" + id + "/criteria/1-2-1-1";
        String chosen = added.evidence().id().toString();
        assertThat(helper.get(criterion).body()).contains("体制図", chosen);
        assertThat(helper.post(criterion + "/evidence", Map.of("existing", chosen)).statusCode())
                .isEqualTo(303);
        assertThat(assessments.evidence(id)).containsKey("1-2-1-1");
        assertThat(helper.post(criterion + "/evidence", Map.of("statement", "自分で足す。")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void savesAnAnswerByAPlainFormAndGoesOn() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        var saved =
                visit.post(
                        "/assessments/" + id + "/criteria/1-2-1-1",
                        Map.of("value", "met", "version", "0", "then", "open"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location").orElseThrow())
                .endsWith("/criteria/1-2-1-2");
    }

    @Test
    void aLateSaveGetsBothTextsSideBySideAndLosesNone() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        script(id, "1-2-1-1", "value=met&note=theirs&version=0");
        var late = script(id, "1-2-1-1", "value=not-met&note=mine&version=0");
        assertThat(late.headers().firstValue("HX-Retarget")).hasValue("#pane");
        assertThat(late.body()).contains("theirs", "mine", "ほかの人の保存と重なりました");
        assertThat(assessments.answers(id).get("1-2-1-1").note()).isEqualTo("theirs");
        assertThat(visit.get("/assessments/" + id + "/history").body()).contains("theirs", "mine");

        var plain =
                visit.post(
                        "/assessments/" + id + "/criteria/1-2-1-1",
                        Map.of("value", "met", "note", "again", "version", "0"));
        assertThat(plain.statusCode()).isEqualTo(409);
        assertThat(plain.body()).contains("theirs", "again");
        script(id, "1-2-1-1", "value=met&note=theirs%20and%20mine&version=1&merged=true");
        assertThat(assessments.answers(id).get("1-2-1-1").note()).isEqualTo("theirs and mine");
    }

    @Test
    void tellsAnotherWhatChangedAndWhoIsHere() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        var none = visit.get("/assessments/" + id + "/changes?since=0&at=1-2-1-1");
        assertThat(none.body()).doesNotContain("gauge").hasSizeLessThan(1000);
        script(id, "1-2-1-1", "value=met&version=0");
        assertThat(visit.get("/assessments/" + id + "/changes?since=0&at=1-2-1-2").body())
                .contains("leaf-1-2-1-1", "id=\"gauge\"");
    }

    @Test
    void theLargeLevelIsAPageOfLessThan200Kilobytes() {
        String page = visit.get("/assessments/" + filled("4")).body();
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
    }

    @Test
    void strangersDoNotLearnThatItExists() {
        AssessmentId id = assessments.begin(actor, company, "scs", "3");
        Visit stranger = signedIn("stranger" + System.nanoTime() + "@people.example");
        for (String page :
                new String[] {
                    "",
                    "/scope",
                    "/import",
                    "/advisers",
                    "/history",
                    "/duties",
                    "/declare",
                    "/print",
                    "/criteria/4-1-3-2",
                    "/answers.csv",
                    "/answers.xlsx",
                    "/changes?since=0&at=1-2-1-1"
                }) {
            assertThat(stranger.get("/assessments/" + id + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(
                        stranger.post(
                                        "/assessments/" + id + "/criteria/1-2-1-1",
                                        Map.of("value", "met", "version", "0"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(visit().get("/assessments/" + id).statusCode()).isNotEqualTo(200);
    }

    private AssessmentId filled(String level) {
        AssessmentId id = assessments.begin(actor, company, "scs", level);
        Map<String, Said> said = new java.util.HashMap<>();
        assessments
                .edition(assessments.get(id))
                .criteriaOf(level)
                .forEach(criterion ->
                        said.put(criterion.id(), new Said(AnswerValue.MET, "", "実施しています")));
        assertThat(assessments.saveAll(actor, id, said)).hasSize(said.size());
        return id;
    }

    private java.net.http.HttpResponse<String> script(
            AssessmentId id, String criterion, String form) {
        return visit.send(
                HttpRequest.newBuilder(visit.at("/assessments/" + id + "/criteria/" + criterion))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", visit.token())
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", home + "/assessments/" + id)
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
