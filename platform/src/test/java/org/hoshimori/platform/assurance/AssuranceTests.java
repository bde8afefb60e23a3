package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.AnswerValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// From the invitation to the pledge, over HTTP with real signatures where people act.
class AssuranceTests extends PlatformTests {

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");

    @Autowired private Accounts accounts;
    @Autowired private Assurances assurances;
    @Autowired private Experts experts;
    @Autowired private Assessments assessments;
    @Autowired private Organisations organisations;
    @Autowired private Trail trail;
    @Autowired private EvidenceRoom room;
    private Engaged world;

    @BeforeEach
    void newWorld() {
        world = new Engaged(accounts, organisations, assessments, experts, assurances, clock);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void takesADeclaredAssessmentToThePledge() {
        Engaged.Case one = world.declared();
        Actor expert = world.expert(300);
        String desk = "/desk/expert/" + one.assessment();
        String assessment = "/assessments/" + one.assessment();

        Visit owner = signedIn(one.owner().email());
        assertThat(owner.get(assessment + "/expert").body()).contains("専門家に確認を依頼する", "直近12か月");
        assertThat(owner.post(assessment + "/expert", Map.of("email", expert.email())).statusCode())
                .isEqualTo(302);

        Visit reader = signedIn(expert.email());
        SoftAuthenticator expertKey = passkey(reader);
        assertThat(reader.get("/desk/expert").body()).contains("試験工業株式会社", "依頼中", "0日");
        assertThat(reader.get(desk).body())
                .contains("引き受ける前に申告する", "届け出た勤務先")
                .doesNotContain("台帳で確かめている");
        assertThat(reader.post(desk + "/accept", Map.of("officer", "no")).statusCode())
                .isEqualTo(422);
        assertThat(
                        reader.post(
                                        desk + "/accept",
                                        Map.of(
                                                "officer", "no",
                                                "capital", "no",
                                                "advised", "no",
                                                "others", "ほかに関係はありません。"))
                                .statusCode())
                .isEqualTo(302);

        String criterion = world.criteria(one.assessment()).getFirst();
        assertThat(reader.get(desk + "?criterion=" + criterion).body())
                .contains("台帳で確かめている", "81件中0件を確かめた");
        reader.post(desk + "/criteria/" + criterion, Map.of("mark", "reviewed"));
        assertThat(reader.get(desk).body()).contains("81件中1件を確かめた");
        assertThat(reader.get(desk + "/confirm").body()).contains("まだ「確かめた」の印がない");
        assertThat(owner.get(assessment + "/expert").body()).contains("最後に読んだ日時");

        world.reviewAll(expert, one.assessment());
        String statement = reader.get(desk + "/confirm").body();
        assertThat(statement).contains("勤務先 (なし・自営)", "本社", "登録セキスペ", "frozen_sha256");
        assertThat(sign(reader, expertKey, desk + "/confirm", statement).statusCode())
                .isEqualTo(302);
        assertThat(assessments.get(one.assessment()).stage()).isEqualTo(Stage.CONFIRMED);
        Confirmation confirmation = assurances.confirmation(one.assessment()).orElseThrow();
        assertThat(Signatures.verifies(confirmation.statement(), confirmation.signature()))
                .isTrue();
        assertThat(confirmation.frozen())
                .isEqualTo(assessments.frozen(one.assessment()).orElseThrow().sha256());
        assertThat(confirmation.independence().en()).contains("declares no capital tie");

        Visit chief = signedIn(one.executive().email());
        SoftAuthenticator chiefKey = passkey(chief);
        assertThat(chief.get(assessment + "/pledge").body()).contains("役職");
        String pledge = chief.get(assessment + "/pledge?title=CEO").body();
        assertThat(pledge).contains("宣誓します", confirmation.digest(), "社長 花子");
        assertThat(sign(chief, chiefKey, assessment + "/pledge", pledge).statusCode())
                .isEqualTo(302);
        Pledge pledged = assurances.pledge(one.assessment()).orElseThrow();
        assertThat(assessments.get(one.assessment()).stage()).isEqualTo(Stage.PLEDGED);
        assertThat(Signatures.verifies(pledged.statement(), pledged.signature())).isTrue();
        assertThat(new String(pledged.statement(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(confirmation.digest());
        assertThat(chief.get(assessment + "/pledge").body()).contains("宣誓の署名をしました");

        assertThat(trail.of("assessment:" + one.assessment()))
                .extracting(Trail.Line::what)
                .contains(
                        "expert.invited",
                        "expert.accepted",
                        "expert.read",
                        "assessment.signed-by-expert",
                        "assessment.signed-by-executive");
    }

    @Test
    void everyPageIsThereInEnglish() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        Visit reader = signedIn(expert.email());
        reader.get("/?lang=en");
        assertThat(reader.get("/desk/expert/profile").body()).contains("Rules of independence");
        assertThat(reader.get("/desk/expert").body()).contains("today");
        assertThat(reader.get("/desk/expert/" + one.assessment()).body())
                .contains("81 of 81 reviewed", "no questions");
        assertThat(reader.get("/desk/expert/" + one.assessment() + "/confirm").body())
                .contains("What you sign", "none, self-employed");
    }

    @Test
    void refusesTheCompanysOwnEmployeeAtTheInvitation() {
        Engaged.Case one = world.declared();
        Actor expert = world.expert(300);
        worksFor(expert, one);
        Visit owner = signedIn(one.owner().email());
        var response =
                owner.post(
                        "/assessments/" + one.assessment() + "/expert",
                        Map.of("email", expert.email()));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("独立性の規則に当たります", "確認を受ける会社そのもの");
        assertThat(assurances.engaged(one.assessment())).isEmpty();
    }

    @Test
    void refusesAtTheAcceptanceWhatTheExpertDeclares() {
        Engaged.Case one = world.declared();
        Actor expert = world.expert(300);
        assurances.invite(one.owner(), one.assessment(), expert.email(), "");
        var adviser = new Declaration(false, false, true, Optional.empty(), "顧問をしています。");
        assertThat(assurances.accept(expert, one.assessment(), adviser))
                .isInstanceOfSatisfying(
                        Accepted.NotIndependent.class,
                        refused ->
                                assertThat(refused.independence().reasons())
                                        .extracting(CheckedTie::tie)
                                        .containsExactly(Tie.ADVISER));
        assertThatThrownBy(() -> assurances.open(expert, one.assessment()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesAtTheConfirmationWhenTheFactsChanged() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        worksFor(expert, one);
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.NOT_INDEPENDENT)));
    }

    @Test
    void refusesAnExpertWithoutAQualificationThatCountsToday() {
        Engaged.Case one = world.declared();
        Actor claimant = world.person("未確 認子");
        world.claim(claimant, Engaged.number(), 30);
        assurances.invite(one.owner(), one.assessment(), claimant.email(), "");
        assertThat(assurances.accept(claimant, one.assessment(), Engaged.nothing()))
                .isInstanceOf(Accepted.NotQualified.class);
    }

    @Test
    void aQualificationThatRanOutBeforeTheSignatureDoesNotCount() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isInstanceOf(Preparation.Ready.class);
        clock.advance(Duration.ofDays(302));
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.NOT_QUALIFIED)));
    }

    @Test
    void aSignatureCountsForOneAssessmentAndOneReadingOnly() {
        Engaged.Case one = world.declared();
        Engaged.Case other = world.declared();
        Actor expert = world.engaged(one);
        assurances.invite(other.owner(), other.assessment(), expert.email(), "");
        assurances.accept(expert, other.assessment(), Engaged.nothing());
        world.reviewAll(expert, one.assessment());
        world.reviewAll(expert, other.assessment());
        Visit reader = signedIn(expert.email());
        SoftAuthenticator key = passkey(reader);
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        String there = "/desk/expert/" + other.assessment() + "/confirm";
        String draft = draft(reader.get(here).body());
        String otherDraft = draft(reader.get(there).body());
        String credential = key.get(reader.get(here + "/options?draft=" + draft).body());

        assertThat(reader.get(there + "/options?draft=" + draft).statusCode()).isEqualTo(404);
        assertThat(
                        reader.post(there, Map.of("draft", draft, "credential", credential))
                                .statusCode())
                .as("the draft of another assessment")
                .isEqualTo(422);
        assertThat(
                        reader.post(there, Map.of("draft", otherDraft, "credential", credential))
                                .statusCode())
                .as("the signature over another statement")
                .isEqualTo(422);
        assertThat(assessments.get(other.assessment()).stage()).isEqualTo(Stage.DECLARED);

        clock.advance(Duration.ofHours(2));
        assertThat(reader.post(here, Map.of("draft", draft, "credential", credential)).body())
                .as("read too long ago")
                .contains("読んでから時間が経ったか");
        assertThat(assurances.confirmation(one.assessment())).isEmpty();
    }

    @Test
    void oneFlippedBitIsNoSignature() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        Visit reader = signedIn(expert.email());
        SoftAuthenticator key = passkey(reader);
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        String draft = draft(reader.get(here).body());
        String credential = key.get(reader.get(here + "/options?draft=" + draft).body());
        int at = credential.indexOf("\"signature\":\"") + 40;
        char flipped = credential.charAt(at) == 'A' ? 'B' : 'A';
        String broken = credential.substring(0, at) + flipped + credential.substring(at + 1);

        assertThat(reader.post(here, Map.of("draft", draft, "credential", broken)).statusCode())
                .isEqualTo(422);
        assertThat(reader.post(here, Map.of("draft", draft)).statusCode()).isEqualTo(422);
        assertThat(assurances.confirmation(one.assessment())).isEmpty();
        assertThat(reader.post(here, Map.of("draft", draft, "credential", credential)).statusCode())
                .isEqualTo(302);

        Confirmation confirmation = assurances.confirmation(one.assessment()).orElseThrow();
        byte[] statement = confirmation.statement().clone();
        statement[statement.length / 2] ^= 1;
        assertThat(Signatures.verifies(statement, confirmation.signature())).isFalse();
    }

    @Test
    void returnsWithCommentsAndAsksAgainOnlyForWhatChanged() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        String criterion = world.criteria(one.assessment()).get(3);
        String desk = "/desk/expert/" + one.assessment();
        Visit reader = signedIn(expert.email());

        assertThat(reader.post(desk + "/return", Map.of()).statusCode()).isEqualTo(422);
        assertThat(
                        reader.post(desk + "/criteria/" + criterion, Map.of("mark", "question"))
                                .statusCode())
                .isEqualTo(422);
        reader.post(
                desk + "/criteria/" + criterion,
                Map.of("mark", "question", "comment", "台帳の日付を見せてください。"));
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.QUESTIONS)));
        assertThat(reader.post(desk + "/return", Map.of()).statusCode()).isEqualTo(302);
        assertThat(assessments.get(one.assessment()).stage()).isEqualTo(Stage.RETURNED);
        assertThat(reader.get(desk).body()).contains("差し戻した評価基準", "台帳の日付");

        int version = assessments.answers(one.assessment()).get(criterion).version();
        assessments.save(
                one.owner(),
                one.assessment(),
                criterion,
                new Said(AnswerValue.MET, "", "台帳に日付を付けた。"),
                version);
        world.declare(one.owner(), one.assessment());
        Review again = assurances.open(expert, one.assessment());
        assertThat(again.reviewed()).isEqualTo(80);
        assertThat(again.item(criterion).orElseThrow().changed()).isTrue();
        assertThat(reader.get(desk).body()).contains("前回の差し戻し", "台帳の日付を見せてください");
    }

    @Test
    void strangersDoNotLearnThatItExists() {
        Engaged.Case one = world.declared();
        world.engaged(one);
        Visit stranger = signedIn(world.expert(300).email());
        for (String path :
                List.of(
                        "/desk/expert/" + one.assessment(),
                        "/desk/expert/" + one.assessment() + "/confirm",
                        "/assessments/" + one.assessment() + "/expert",
                        "/assessments/" + one.assessment() + "/pledge",
                        "/desk/expert/not-an-id")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/accept", "/decline", "/return", "/criteria/1-1-1-1")) {
            Map<String, String> form =
                    Map.of(
                            "officer", "no",
                            "capital", "no",
                            "advised", "no",
                            "others", "なし",
                            "mark", "reviewed");
            assertThat(stranger.post("/desk/expert/" + one.assessment() + path, form).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/desk/operator/experts").statusCode()).isEqualTo(403);
    }

    @Test
    void readsTheEvidenceWhileEngagedAndNotAnHourLonger() {
        Engaged.Case one = world.undeclared();
        String criterion = world.criteria(one.assessment()).getFirst();
        var attached =
                (Added.Stored)
                        room.addStatement(one.owner(), one.company(), "台帳の写し", "2026年10月の棚卸し");
        var loose = (Added.Stored) room.addStatement(one.owner(), one.company(), "給与の一覧", "見せない");
        assessments.attach(one.owner(), one.assessment(), criterion, attached.evidence().id());
        world.declare(one.owner(), one.assessment());
        Actor expert = world.expert(300);
        Visit reader = signedIn(expert.email());
        String paper = "/evidence/" + attached.evidence().id();

        assurances.invite(one.owner(), one.assessment(), expert.email(), "");
        assertThat(reader.get(paper).statusCode()).as("only invited").isEqualTo(404);
        assurances.accept(expert, one.assessment(), Engaged.nothing());
        assertThat(reader.get(paper).statusCode()).as("engaged").isEqualTo(200);
        assertThat(reader.get("/evidence/" + loose.evidence().id()).statusCode())
                .as("not attached to the assessment")
                .isEqualTo(404);
        assertThat(
                        reader.get("/desk/expert/" + one.assessment() + "?criterion=" + criterion)
                                .body())
                .contains("台帳の写し", "2026年10月の棚卸し");
        assurances.withdraw(one.owner(), one.assessment(), "別の人に頼みます。");
        assertThat(reader.get(paper).statusCode()).as("ended").isEqualTo(404);
    }

    @Test
    void eitherSideMayEndItAndAnotherExpertMayBeAsked() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        assertThat(assurances.invite(one.owner(), one.assessment(), "other@example.jp", ""))
                .isInstanceOf(Invited.Another.class);
        assurances.decline(expert, one.assessment(), "時間が取れなくなりました。");
        assertThatThrownBy(() -> assurances.open(expert, one.assessment()))
                .isInstanceOf(NotFound.class);
        assertThat(assurances.invite(one.owner(), one.assessment(), "other@example.jp", ""))
                .isInstanceOf(Invited.Done.class);
        assurances.withdraw(one.owner(), one.assessment(), "別の人に頼みます。");
        assertThat(assurances.engaged(one.assessment())).isEmpty();
        assertThat(assurances.engagements(one.assessment())).hasSize(2);
    }

    @Test
    void onlyAnExecutiveWhoDidNotConfirmPledges() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        confirmed(one, expert);
        assertThatThrownBy(() -> assurances.preparePledge(one.owner(), one.assessment(), "社長"))
                .isInstanceOf(AccessDeniedException.class);
        world.join(one.owner(), one.company(), expert);
        assertThat(assurances.preparePledge(expert, one.assessment(), "社長"))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.SAME_PERSON)));
        assertThat(assurances.preparePledge(one.executive(), one.assessment(), "社長"))
                .isInstanceOf(Preparation.Ready.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update assurance.confirmation set expert_name = 'x'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void theOperatorVerifiesANumberForOnePersonOnly() {
        Actor operator = world.operator();
        Actor first = world.person("先 着子");
        Actor second = world.person("後 着男");
        String number = Engaged.number();
        var one = (Claimed.Submitted) world.claim(first, number, 30);
        var two = (Claimed.Submitted) world.claim(second, number, 30);
        assertThat(experts.decide(operator, one.qualification(), Verified.Decision.REFUSE, " "))
                .isInstanceOf(Verified.ReasonMissing.class);
        assertThat(experts.decide(operator, one.qualification(), Verified.Decision.VERIFY, ""))
                .isInstanceOf(Verified.Done.class);
        assertThat(experts.decide(operator, two.qualification(), Verified.Decision.VERIFY, ""))
                .isInstanceOf(Verified.NumberTaken.class);
        assertThat(experts.find(first.id()).orElseThrow().qualification(world.today())).isPresent();
        experts.decide(operator, one.qualification(), Verified.Decision.SUSPEND, "登録の取消し");
        assertThat(experts.find(first.id()).orElseThrow().qualification(world.today())).isEmpty();
        assertThat(world.claim(second, "12", 30))
                .isEqualTo(new Claimed.Refused("number", "assurance.claim.number"));
        assertThatThrownBy(() -> experts.claims(first)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theOperatorsDeskShowsClaimsAndAsksForReasons() {
        Actor claimant = world.person("届出 子");
        String number = Engaged.number();
        var claimed = (Claimed.Submitted) world.claim(claimant, number, 30);
        Actor staff = world.person("運営 係");
        jdbc.sql("update account.account set operator = true where id = :id")
                .param("id", staff.id().value())
                .update();
        Visit desk = signedIn(staff.email());
        String path = "/desk/operator/experts/" + claimed.qualification();
        assertThat(desk.get("/desk/operator/experts").body()).contains("届出 子", number);
        assertThat(desk.post(path, Map.of("decision", "refuse")).statusCode()).isEqualTo(422);
        assertThat(desk.post(path, Map.of("decision", "verify")).statusCode()).isEqualTo(302);
        assertThat(desk.post(path, Map.of("decision", "shred")).statusCode()).isEqualTo(404);
        Visit expert = signedIn(claimant.email());
        assertThat(expert.get("/desk/expert/profile").body()).contains(number, "確認済み");
        assertThat(
                        expert.post("/desk/expert/profile", Map.of("employer", "1234567890123"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        expert.post(
                                        "/desk/expert/advice",
                                        Map.of("company", "７０００-０１２０-５０００２", "until", "2026-01-31"))
                                .statusCode())
                .isEqualTo(302);
        assertThat(expert.get("/desk/expert/profile").body()).contains("7000012050002");
    }

    private void confirmed(Engaged.Case one, Actor expert) {
        world.reviewAll(expert, one.assessment());
        Visit reader = signedIn(expert.email());
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        SoftAuthenticator key = passkey(reader);
        assertThat(sign(reader, key, here, reader.get(here).body()).statusCode()).isEqualTo(302);
    }

    private void worksFor(Actor expert, Engaged.Case one) {
        experts.register(
                expert,
                new Profile(
                        Optional.of(organisations.get(one.company()).number().value()), true, ""));
    }

    private static java.net.http.HttpResponse<String> sign(
            Visit visit, SoftAuthenticator key, String path, String page) {
        String draft = draft(page);
        String options = visit.get(path + "/options?draft=" + draft).body();
        return visit.post(path, Map.of("draft", draft, "credential", key.get(options)));
    }

    private static String draft(String page) {
        var found = DRAFT.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
