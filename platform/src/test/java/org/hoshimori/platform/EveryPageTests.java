package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.Town.Who;
import org.hoshimori.platform.journey.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/// Every page that `doors.txt` knows, opened by somebody who may, in a real browser: accessible in
/// both languages, light and dark, on a phone and on a desk. A new page is looked at without a word
/// here.
class EveryPageTests extends PlatformTests {

    /// Who opens a page when several may: whoever it was made for comes first.
    private static final List<Who> VISITORS =
            List.of(
                    Who.EXECUTIVE,
                    Who.OWNER,
                    Who.ENGAGED_EXPERT,
                    Who.OPERATOR,
                    Who.PERSON,
                    Who.NOBODY);

    /// What the doors' table does not say: other addresses of the same routes.
    private static final Map<Who, List<String>> MORE =
            Map.of(
                    Who.NOBODY,
                    List.of(
                            "/register?q=試験&sort=name",
                            "/schemes/cmmc?q=password",
                            "/schemes/scs/crosswalks?with=security-action",
                            "/nowhere"),
                    Who.OWNER,
                    List.of("/companies/{company}/plan?goal=scs/2026-03-27/4&by=x&without=policy"),
                    Who.OPERATOR,
                    List.of("/desk/operator/editions?from=scs/2026-03-27&to=scs/proposal"),
                    Who.EDITOR,
                    List.of(
                            "/assessments/{draft}/suggestions",
                            "/assessments/{draft}/advisers",
                            "/assessments/{draft}/import"),
                    Who.ADVISER,
                    List.of("/assessments/{draft}"),
                    Who.INVITED_EXPERT,
                    List.of("/desk/expert", "/desk/expert/{declared}"));

    @Autowired private AutowireCapableBeanFactory beans;

    @Test
    void isAccessibleInBothLanguagesLightAndDarkNarrowAndWide() {
        var town = new Town(Town.Builders.of(beans), visit(), this::signedIn, this::passkey);
        List<String> faults = new ArrayList<>();
        try (var chromium = new Chromium(home)) {
            pages(town)
                    .forEach((who, paths) -> {
                        faults.addAll(seen(chromium, town, who, paths, "ja"));
                        faults.addAll(seen(chromium, town, who, paths, "en"));
                    });
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> seen(
            Chromium chromium, Town town, Who who, List<String> paths, String language) {
        List<String> faults = new ArrayList<>();
        Page page = chromium.page(language, 1280, ColorScheme.LIGHT);
        chromium.enter(page, town.visit(who));
        for (String path : paths) {
            page.navigate(town.filled(path, who));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            String name = name(who, path) + "-" + language;
            if (language.equals("ja")) {
                faults.addAll(Chromium.faultsEverywhere(page));
                Chromium.screenshot(page, name);
            } else {
                faults.addAll(Chromium.faultsOfWords(page));
                Chromium.glimpse(page, name);
            }
        }
        page.context().close();
        return faults;
    }

    /// The addresses of all pages, by who opens them.
    private static Map<Who, List<String>> pages(Town town) {
        Map<Who, List<String>> pages = new LinkedHashMap<>();
        for (Door door : Door.table()) {
            if (!door.changes()) {
                VISITORS.stream()
                        .filter(who -> door.outcomes().get(who.ordinal()).equals("ok"))
                        .filter(who -> isPage(door.knock(town, who, token -> token)))
                        .findFirst()
                        .ifPresent(who ->
                                pages.computeIfAbsent(who, _ -> new ArrayList<>())
                                        .add(brief(door.address())));
            }
        }
        MORE.forEach(
                (who, more) -> pages.computeIfAbsent(who, _ -> new ArrayList<>()).addAll(more));
        return pages;
    }

    /// The same page of a scheme with fewer criteria, so that axe is done sooner.
    private static String brief(String address) {
        return address.equals("/schemes/{scheme}") ? "/schemes/security-action" : address;
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.body().contains("<html");
    }

    private static String name(Who who, String path) {
        return "page-"
                + who.name().toLowerCase(java.util.Locale.ROOT)
                + path.replaceAll("[^a-z]+", "-");
    }
}
