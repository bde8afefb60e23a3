package org.hoshimori.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.Test;

class FirstPageTests extends PlatformTests {

    @Test
    void greetsInJapaneseUnlessTheBrowserAsksForEnglish() {
        assertThat(visit().get("/").body()).contains("<html lang=\"ja\">", "星守");
        assertThat(visit().get("/?lang=en").body()).contains("<html lang=\"en\">", "Hoshimori");
    }

    @Test
    void remembersTheLanguage() {
        var visit = visit();
        visit.get("/?lang=en");
        assertThat(visit.get("/").body()).contains("<html lang=\"en\">");
    }

    @Test
    void saysWhatToDoWhenAPageIsMissing() {
        var response = visit().get("/assets/nowhere");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("ページが見つかりません", "最初のページへ");
    }

    @Test
    void tellsOfAMalformedAddressOnAPageOfItsOwn() {
        for (String path : java.util.List.of("/register;x=1", "/register//x")) {
            var response = visit().get(path);
            assertThat(response.statusCode()).as(path).isBetween(400, 404);
            assertThat(response.body()).as(path).contains("星守", "<html lang=\"ja\">");
        }
    }
}
