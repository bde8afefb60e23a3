package org.hoshimori.platform.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.platform.PlatformTests;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SchemePagesTests extends PlatformTests {

    @Autowired private Editions editions;

    @Test
    void everyEditionCanBeReadWholeAtEveryLevelInBothLanguages() {
        var visit = visit();
        for (Edition edition : editions.all()) {
            for (Level level : edition.levels()) {
                for (String language : new String[] {"ja", "en"}) {
                    String path =
                            "/schemes/%s?edition=%s&level=%s&lang=%s"
                                    .formatted(
                                            edition.scheme(),
                                            edition.id(),
                                            level.id().replace("+", "%2B"),
                                            language);
                    var page = visit.get(path);
                    assertThat(page.statusCode()).as(path).isEqualTo(200);
                    String last = edition.criteriaOf(level.id()).getLast().id();
                    assertThat(page.body()).as(path).contains("id=\"c-" + last + "\"");
                }
            }
        }
    }

    @Test
    void oneSearchGoesThroughAllSchemesInBothLanguages() {
        assertThat(visit().get("/schemes?q=%E5%A4%9A%E8%A6%81%E7%B4%A0").body())
                .contains("4-1-3-2", "/schemes/essential-eight?edition=");
        assertThat(visit().get("/schemes?q=multi-factor&lang=en").body())
                .contains("/schemes/scs?edition=2026-03-27", "/schemes/cmmc?edition=");
        assertThat(visit().get("/schemes?q=qqqqq").body()).contains("見つかりませんでした");
    }

    @Test
    void twoEditionsAreComparedCriterionByCriterion() {
        String page = visit().get("/schemes/security-action/compare?from=2017&to=2026-03").body();
        assertThat(page).contains("変更 1件、変わらないもの 25件");
        assertThat(visit().get("/schemes/scs/compare?from=2026-03-27&to=proposal").body())
                .contains("追加 40件、削除 0件、変更 0件、変わらないもの 153件");
    }

    @Test
    void aRelationIsShownFromBothItsEndsWithItsTypeStrengthAndAuthor() {
        assertThat(visit().get("/schemes/scs/crosswalks/4-4-3-3").body())
                .contains("AU.L2-3.3.8", "星守による対応付け", "強さ 9/10", "二つは同じことを求めます")
                .contains("作成: Hoshimori", "crosswalks/scs-cmmc@sha256:");
        assertThat(visit().get("/schemes/cmmc/crosswalks/AU.L2-3.3.8").body())
                .contains("/schemes/scs/crosswalks/4-4-3-3?edition=2026-03-27");
        // What asks more on one side asks less on the other.
        assertThat(visit().get("/schemes/scs/crosswalks/4-1-1-3").body()).contains("求めが多い");
        assertThat(visit().get("/schemes/cyber-essentials/crosswalks/A7.3").body())
                .contains("求めが少ない");
    }

    @Test
    void allRelationsOfASchemeAreListedAndNarrowedToOneOther() {
        var visit = visit();
        for (Edition edition : editions.all()) {
            String path = "/schemes/%s/crosswalks?edition=%s";
            assertThat(visit.get(path.formatted(edition.scheme(), edition.id())).statusCode())
                    .isEqualTo(200);
        }
        assertThat(visit.get("/schemes/scs/crosswalks").body())
                .contains("with=cyber-essentials", "with=essential-eight", "求めが少ない");
        assertThat(visit.get("/schemes/scs/crosswalks?with=cyber-essentials").body())
                .contains("A7.3")
                .doesNotContain("ISM-1807");
        assertThat(visit.get("/schemes/scs/crosswalks?edition=proposal").body())
                .contains("対応付けはありません");
        assertThat(visit.get("/schemes/scs?level=4&q=4-4-3-3").body())
                .contains("/schemes/scs/crosswalks/4-4-3-3?edition=2026-03-27");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (String path :
                new String[] {
                    "/schemes/nothing",
                    "/schemes/scs?edition=1999",
                    "/schemes/cmmc/compare",
                    "/schemes/scs/compare?from=x",
                    "/schemes/scs/crosswalks?with=x",
                    "/schemes/scs/crosswalks/9-9-9-9",
                    "/schemes/nothing/crosswalks"
                }) {
            assertThat(visit().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
