package org.hoshimori.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.trail.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;

class TokensTests extends ProgramTests {

    @Autowired private Trail trail;

    @Test
    void anOwnerMakesATokenOnThePageAndSeesItOnce() {
        Visit visit = signedIn(owner.email());
        String page = "/companies/" + company + "/tokens";
        var made = visit.post(page, Map.of("name", "基幹 連携", "access", "WRITE", "days", "365"));
        assertThat(made.statusCode()).isEqualTo(200);
        var secret = Secret.FORM.matcher(made.body());
        assertThat(secret.find()).isTrue();
        assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode own = new Program(home, secret.group()).get("/api/v1/organisation").is(200).json();
        assertThat(own.path("id").asString()).isEqualTo(company.toString());
        assertThat(own.path("token").path("name").asString()).isEqualTo("基幹 連携");
        assertThat(own.path("token").path("access").asString()).isEqualTo("write");
        String again = visit.get(page).body();
        assertThat(again)
                .contains("基幹 連携", secret.group().substring(52), "最後に使われた日時")
                .doesNotContain(secret.group());
        assertThat(
                        jdbc.sql("select count(*) from api.token t where t::text like :secret")
                                .param("secret", "%" + secret.group().substring(10, 40) + "%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(trail.ofOrganisation(company.value(), Long.MAX_VALUE, 10))
                .extracting(Trail.Line::what)
                .contains("api.token-made");
    }

    @Test
    void aNameThatIsNoneAndALifeThatIsTooLongAreRefused() {
        Visit visit = signedIn(owner.email());
        String page = "/companies/" + company + "/tokens";
        for (Map<String, String> form :
                List.of(
                        Map.of("name", " 　", "days", "30"),
                        Map.of("name", "x".repeat(61), "days", "30"),
                        Map.of("name", "x", "days", "366"))) {
            var refused = visit.post(page, form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"name-fault\"");
        }
        assertThatThrownBy(
                        () -> tokens.make(owner, company, "x", Access.READ, Duration.ofDays(366)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyOwnersMakeSeeAndRevokeTokens() {
        Actor editor = Companies.person(accounts, "編集 者");
        String link = organisations.invite(owner, company, editor.email(), Role.EDITOR);
        organisations.accept(editor, link.substring("/invitations/".length()), true);
        assertThatThrownBy(() -> tokens.of(editor, company))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tokens.make(editor, company, "x", Access.READ, Duration.ofDays(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (String path : List.of("/api/v1/schemes", "/api/v1/assessments")) {
            var answer = new Program(home, "").get(path, "Accept-Language", "en");
            answer.is(401, "no-valid-token");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"hoshimori\"");
            assertThat(answer.json().path("title").asString()).isEqualTo("No valid token");
        }
    }

    @Test
    void aTokenThatIsUnknownRevokedExpiredOrWithoutItsMakerIsRefusedAndSaysWhy() {
        refused(new Program(home, "x"), "知られていません");
        refused(new Program(home, Secret.fresh().value()), "知られていません");
        Tokens.Made revoked = made(Duration.ofDays(30));
        tokens.revoke(owner, company, revoked.token().id());
        refused(new Program(home, revoked.secret()), "取り消されました");
        Tokens.Made expired = made(Duration.ofDays(30));
        jdbc.sql("update api.token set created_at = :at, expires_at = :at where id = :id")
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("id", expired.token().id().value())
                .update();
        refused(new Program(home, expired.secret()), "期限が切れました");
        Actor second = Companies.person(accounts, "共同 代表");
        String link = organisations.invite(owner, company, second.email(), Role.OWNER);
        organisations.accept(second, link.substring("/invitations/".length()), true);
        var orphaned =
                new Program(
                        home,
                        tokens.make(second, company, "x", Access.WRITE, Duration.ofDays(1))
                                .secret());
        orphaned.get("/api/v1/organisation").is(200);
        organisations.changeRoles(owner, company, second.id(), Set.of(Role.VIEWER));
        orphaned.get("/api/v1/assessments").is(200);
        orphaned.post("/api/v1/assessments", "{\"scheme\":\"scs\",\"level\":\"3\"}")
                .is(403, "not-allowed");
        organisations.remove(owner, company, second.id());
        refused(orphaned, "メンバーではなくなりました");
    }

    private void refused(Program stranger, String why) {
        var answer = stranger.get("/api/v1/organisation");
        answer.is(401, "no-valid-token");
        assertThat(answer.json().path("detail").asString()).contains(why);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void aReadingTokenWritesNothing() {
        String assessment = begun("scs", "3");
        reading.get(assessment).is(200);
        for (var answer :
                List.of(
                        reading.post("/api/v1/assessments", "{}"),
                        reading.put(assessment + "/scope", "{}"),
                        reading.csv(assessment + "/answers", "x"),
                        reading.put(assessment + "/answers/1-2-1-1", "{}"),
                        reading.delete(assessment + "/answers/1-2-1-1/evidence/" + company))) {
            answer.is(403, "reading-token");
            assertThat(answer.header("WWW-Authenticate"))
                    .contains("insufficient_scope", "scope=\"write\"");
        }
    }

    @Test
    void aSessionOpensNoDoorOfProgramsAndATokenOpensNoPage() {
        Visit visit = signedIn(owner.email());
        assertThat(visit.get("/api/v1/assessments").statusCode()).isEqualTo(401);
        var begin =
                visit.send(
                        HttpRequest.newBuilder(visit.at("/api/v1/assessments"))
                                .header("Content-Type", "application/json")
                                .header("X-CSRF-TOKEN", visit.token())
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"scheme\":\"scs\",\"level\":\"3\"}")));
        assertThat(begin.statusCode()).isEqualTo(401);
        String secret = made(Duration.ofDays(1)).secret();
        for (String path : List.of("/companies/" + company, "/account", "/companies")) {
            var page =
                    visit().send(
                                    HttpRequest.newBuilder(visit.at(path))
                                            .header("Authorization", "Bearer " + secret)
                                            .GET());
            assertThat(page.headers().firstValue("Location").orElse("")).contains("/sign-in");
        }
        var api =
                visit().send(
                                HttpRequest.newBuilder(visit.at("/api/v1/organisation"))
                                        .header("Authorization", "bearer " + secret)
                                        .GET());
        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theLastUseIsNotedToTheMinute() {
        Tokens.Made made = made(Duration.ofDays(1));
        assertThat(used(made)).isEmpty();
        new Program(home, made.secret()).get("/api/v1/organisation").is(200);
        assertThat(used(made)).isPresent();
    }

    private java.util.Optional<java.time.Instant> used(Tokens.Made made) {
        return tokens.of(owner, company).stream()
                .filter(token -> token.id().equals(made.token().id()))
                .findFirst()
                .orElseThrow()
                .lastUsedAt();
    }

    @Test
    void aTokenActsForItsOwnCompanyOnlyWhateverElseItsMakerMay() {
        OrganisationId second = Companies.founded(organisations, owner);
        String there =
                new Program(
                                home,
                                tokens.make(owner, second, "x", Access.WRITE, Duration.ofDays(1))
                                        .secret())
                        .post("/api/v1/assessments", "{\"scheme\":\"scs\",\"level\":\"3\"}")
                        .header("Location");
        program.get(there).is(404);
        program.get(there + "/scope").is(404);
        program.csv(there + "/answers", "id,answer\n1-2-1-1,met\n").is(404);
        program.put(there + "/answers/1-2-1-1", "{\"answer\":\"met\"}", "If-Match", "*").is(404);
        foreign().get(there).is(404);
        assertThat(program.get("/api/v1/assessments").json().path("items")).isEmpty();
    }

    @Test
    void everyKindOfProblemStandsInTheReference() throws java.io.IOException {
        String reference =
                java.nio.file.Files.readString(java.nio.file.Path.of("../docs/reference/api.md"));
        for (Kind kind : Kind.values()) {
            assertThat(reference)
                    .containsPattern(
                            Pattern.compile(
                                    "\\| `" + kind.code() + "` \\| " + kind.status().value()));
        }
    }

    private Tokens.Made made(Duration life) {
        return tokens.make(owner, company, "x", Access.WRITE, life);
    }
}
