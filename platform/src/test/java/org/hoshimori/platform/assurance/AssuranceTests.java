package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.AnswerValue;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/// From the invitation to the pledge, over HTTP with real signatures where people act.
class AssuranceTests extends EngagedTests {

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
}
