package org.hoshimori.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CompanyPagesTests extends PlatformTests {

    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;

    private Actor owner;
    private Visit visit;

    @BeforeEach
    void signIn() {
        owner = Companies.person(accounts, "田中 美咲");
        visit = signedIn(owner.email());
    }

    @Test
    void aNewcomerIsShownTheFirstStepAndEntersACompany() {
        assertThat(visit.get("/companies").body()).contains("会社を登録する", "/companies/new");
        CorporateNumber number = Companies.number();
        String typed = fullWidth(number.grouped());
        HttpResponse<String> answer = visit.post("/companies/new", filled(typed));
        assertThat(answer.statusCode()).isEqualTo(302);
        Organisation company = organisations.find(number).orElseThrow();
        assertThat(company.kana()).isEqualTo("トウカイセイミツバネ");
        assertThat(company.website().orElseThrow()).hasToString("https://tokai-bane.example");
        assertThat(organisations.officers(company.id()))
                .containsExactly(new Officer("東 健一", "アズマ ケンイチ"), new Officer("西 花子", ""));
        String home = visit.open("/companies/" + company.id()).body();
        assertThat(home).contains("東海精密ばね株式会社", number.grouped(), "愛知県", "製造業", "21〜50人");
        assertThat(visit.get("/companies/" + company.id() + "?lang=en").body())
                .contains("Aichi", "Manufacturing", "Corporate number");
    }

    @Test
    void everyFaultStandsBesideItsFieldAndNothingTypedIsLost() {
        var fields = filled("1000012050002");
        fields.put("name", "  ");
        fields.put("kana", "漢字");
        fields.put("prefecture", "48");
        fields.put("website", "javascript:alert(1)");
        fields.put("officers", "山田 太郎、漢字");
        HttpResponse<String> answer = visit.post("/companies/new", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "先頭は1ではなく7です",
                        "id=\"number-fault\"",
                        "id=\"name-fault\"",
                        "id=\"kana-fault\"",
                        "id=\"prefecture-fault\"",
                        "id=\"website-fault\"",
                        "「山田 太郎、漢字」を読み取れません",
                        "value=\"1000012050002\"",
                        "value=\"漢字\"")
                .contains("aria-describedby=\"number-hint number-fault\"");
    }

    @Test
    void aSecondFounderMayAskToJoinAndLearnsNothing() {
        OrganisationId company = Companies.founded(organisations, owner);
        String number = organisations.get(company).number().value();
        Actor second = Companies.person(accounts, "別の社員");
        Visit other = signedIn(second.email());
        HttpResponse<String> answer = other.post("/companies/new", filled(number));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("この会社はすでに登録されています", "参加を申し込む")
                .doesNotContain(owner.name(), owner.email(), company.toString());
        other.post("/companies/join", Map.of("number", number, "message", "<i>経理課です"));
        assertThat(other.get("/companies/" + company).statusCode()).isEqualTo(404);

        String people = visit.get("/companies/" + company + "/members").body();
        assertThat(people).contains(second.name(), "&lt;i&gt;経理課です").doesNotContain("<i>経理課");
        Matcher request =
                Pattern.compile("action=\"(/companies/[^\"]+/requests/[^\"]+)\"").matcher(people);
        assertThat(request.find()).isTrue();
        visit.post(request.group(1), Map.of("role", "EDITOR", "accept", "true"));
        assertThat(other.get("/companies/" + company).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkLeadsThroughSigningInIntoTheCompanyOnce() {
        OrganisationId company = Companies.founded(organisations, owner);
        String page =
                visit.post(
                                "/companies/" + company + "/invitations",
                                Map.of("email", "new.person@people.example", "role", "EXECUTIVE"))
                        .body();
        Matcher shown = Pattern.compile("value=\"[^\"]*(/invitations/[^\"]+)\"").matcher(page);
        assertThat(shown.find()).isTrue();
        String link = shown.group(1);
        assertThat(visit().get(link).body())
                .contains("試験工業株式会社", "経営者", link + "/continue")
                .doesNotContain(owner.name());

        Visit invited = signedIn("new.person@people.example");
        assertThat(invited.get(link).body()).contains("参加する").doesNotContain("別のメールアドレス");
        assertThat(invited.post(link + "/accept", Map.of()).statusCode()).isEqualTo(302);
        assertThat(invited.get("/companies/" + company).statusCode()).isEqualTo(200);
        HttpResponse<String> replayed = invited.get(link);
        assertThat(replayed.statusCode()).isEqualTo(410);
        assertThat(replayed.body()).contains("すでに使われました");
        assertThat(invited.get("/invitations/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkOpenedByAnotherAddressAsksToConfirm() {
        OrganisationId company = Companies.founded(organisations, owner);
        String link = organisations.invite(owner, company, "first@people.example", Role.VIEWER);
        Visit other = signedIn("second@people.example");
        assertThat(other.get(link).body()).contains("別のメールアドレス", "second@people.example");
        assertThat(other.post(link + "/accept", Map.of()).statusCode()).isEqualTo(422);
        assertThat(other.post(link + "/accept", Map.of("confirmed", "true")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theLastOwnerCannotGoAndTheTrailNamesPeople() {
        OrganisationId company = Companies.founded(organisations, owner);
        String member = "/companies/" + company + "/members/" + owner.id();
        assertThat(visit.post(member + "/remove", Map.of()).statusCode()).isEqualTo(409);
        assertThat(visit.post(member, Map.of("role", "VIEWER")).statusCode()).isEqualTo(409);
        assertThat(visit.post(member, Map.of()).statusCode()).isEqualTo(422);
        assertThat(visit.post(member, Map.of("role", "EMPEROR")).statusCode()).isEqualTo(400);
        organisations.invite(owner, company, "x@people.example", Role.VIEWER);
        assertThat(visit.get("/companies/" + company + "/trail").body())
                .contains("会社を登録した", "メンバーを招待した", owner.name(), "閲覧者")
                .contains("この記録は連鎖が確かめられています");
    }

    @Test
    void theFactsAreChangedByOwnersAndTheNumberStays() {
        OrganisationId company = Companies.founded(organisations, owner);
        CorporateNumber before = organisations.get(company).number();
        String facts = "/companies/" + company + "/facts";
        assertThat(visit.get(facts).body()).contains("東 健一、アズマ ケンイチ");
        assertThat(visit.post(facts, filled("7000012050002")).statusCode()).isEqualTo(302);
        Organisation after = organisations.get(company);
        assertThat(after.name()).isEqualTo("東海精密ばね株式会社");
        assertThat(after.number()).isEqualTo(before);

        Actor viewer = Companies.person(accounts, "閲覧");
        String link = organisations.invite(owner, company, viewer.email(), Role.VIEWER);
        organisations.accept(viewer, link.substring("/invitations/".length()), false);
        Visit reader = signedIn(viewer.email());
        assertThat(reader.get(facts).statusCode()).isEqualTo(403);
        assertThat(reader.post(facts, filled("")).statusCode()).isEqualTo(403);
        assertThat(reader.get("/companies/" + company + "/members").statusCode()).isEqualTo(200);
        assertThat(reader.get("/companies/" + company + "/invitations").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aForeignCompanyDoesNotExist() {
        OrganisationId company = Companies.founded(organisations, owner);
        Visit stranger = signedIn(Companies.person(accounts, "他人").email());
        for (String part : List.of("", "/facts", "/members", "/invitations", "/trail")) {
            assertThat(stranger.get("/companies/" + company + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(
                        stranger.post(
                                        "/companies/" + company + "/invitations",
                                        Map.of("email", "a@b.example", "role", "OWNER"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(visit().get("/companies").statusCode()).isEqualTo(302);
    }

    private static TreeMap<String, String> filled(String number) {
        return new TreeMap<>(
                Map.of(
                        "number", number,
                        "name", "東海精密ばね株式会社",
                        "kana", "とうかいｾｲﾐﾂばね",
                        "englishName", "Tokai Precision Springs Co., Ltd.",
                        "prefecture", "23",
                        "industry", "E",
                        "size", "21-50",
                        "website", "tokai-bane.example",
                        "officers", "東 健一、あずま けんいち\r\n\r\n西 花子"));
    }

    private static String fullWidth(String number) {
        return number.chars()
                .map(c -> c == '-' ? '−' : c + '０' - '0')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
