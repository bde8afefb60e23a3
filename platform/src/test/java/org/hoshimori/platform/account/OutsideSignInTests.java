package org.hoshimori.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.hoshimori.platform.OutsideWorld;
import org.hoshimori.platform.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutsideSignInTests extends OutsideWorld {

    @Autowired Accounts accounts;

    @Test
    void theProviderStandsOnTheSignInPageByItsName() {
        assertThat(visit().get("/sign-in").body()).contains("GビズIDでログイン");
        assertThat(visit().get("/sign-in?lang=en").body()).contains("Sign in with GBizID");
    }

    @Test
    void aVerifiedAddressSignsInAndIsTheSameAccountAgain() {
        PROVIDER.person(
                Map.of(
                        "sub", "gbiz-1",
                        "email", "Taro@Example.jp",
                        "email_verified", true,
                        "name", "星 太郎"));
        var visit = visit();
        var landed = through(visit, "/account");
        assertThat(landed.uri().getPath()).isEqualTo("/account");
        assertThat(landed.body()).contains("taro@example.jp", "星 太郎");

        // The provider's number of the person counts from now on, whatever the address becomes.
        PROVIDER.person(Map.of("sub", "gbiz-1", "email", "new@example.jp", "email_verified", true));
        assertThat(through(visit(), "/account").body()).contains("taro@example.jp");
        assertThat(accounts.findByEmail("new@example.jp")).isEmpty();
    }

    @Test
    void anUnverifiedAddressSignsNobodyIn() {
        PROVIDER.person(
                Map.of("sub", "gbiz-2", "email", "boss@example.jp", "email_verified", false));
        var visit = visit();
        var landed = through(visit, "/account");
        assertThat(landed.body()).contains("確認済みのメールアドレスを受け取れませんでした");
        assertThat(visit.get("/account").statusCode()).isEqualTo(302);
        assertThat(accounts.findByEmail("boss@example.jp")).isEmpty();
    }

    @Test
    void aTokenOfAnotherKeySignsNobodyIn() {
        PROVIDER.person(
                Map.of("sub", "gbiz-3", "email", "liar@example.jp", "email_verified", true));
        PROVIDER.lie();
        var visit = visit();
        assertThat(through(visit, "/account").body()).contains("外部のログインを完了できませんでした");
        assertThat(visit.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void itLeadsOnToPathsOfThisSiteOnly() {
        PROVIDER.person(
                Map.of("sub", "gbiz-4", "email", "onward@example.jp", "email_verified", true));
        assertThat(through(visit(), "https%3A%2F%2Fevil.example%2F").uri()).hasToString(home + "/");
    }

    private HttpResponse<String> through(Visit visit, String continueTo) {
        return visit.open("/sign-in/outside?continueTo=" + continueTo);
    }
}
