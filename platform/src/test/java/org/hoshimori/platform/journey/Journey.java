package org.hoshimori.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.context.ActiveProfiles;

/// A real Chromium in front of the sample nation: every journey leaves screenshots in
/// `target/journeys`.
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey extends PlatformTests {

    /// WCAG 2.2 AA, as axe can check it.
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Path SCREENSHOTS = Path.of("target", "journeys");

    private Playwright playwright;
    private Browser browser;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void launch() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        Map.of(
                                                "PLAYWRIGHT_NODEJS_PATH",
                                                find("node"),
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Path.of(
                                                        find(
                                                                "chromium",
                                                                "chromium-browser",
                                                                "google-chrome")))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /// A person's browser: its own cookies, language, size and colours.
    Page browser(String language, int width, ColorScheme colours) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(language)
                                .setViewportSize(width, width < 600 ? 800 : 900)
                                .setColorScheme(colours)
                                .setBaseURL(home)
                                .setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                complaints.add(page.url() + " asked another host: " + request.url());
            }
        });
        return page;
    }

    Page desktop() {
        return browser("ja-JP", 1280, ColorScheme.LIGHT);
    }

    /// Gives the browser a platform authenticator, such as a fingerprint reader that always agrees.
    void authenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var message = new JsonObject();
        message.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", message);
    }

    void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /// Looks at a page as axe does, and for anything wider than the window.
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
            rule.getNodes()
                    .forEach(node ->
                            faults.add(
                                    page.url()
                                            + " "
                                            + rule.getId()
                                            + ": "
                                            + node.getHtml()
                                            + " "
                                            + node.getTarget()));
        }
        Object overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            faults.add(page.url() + " is " + overflow + " px wider than the window");
        }
        return faults;
    }

    private static String find(String... names) {
        for (String name : names) {
            for (String folder : System.getenv("PATH").split(":")) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return program.toString();
                }
            }
        }
        throw new IllegalStateException(
                "none of " + List.of(names) + " is on the PATH: run `make tools`");
    }
}
