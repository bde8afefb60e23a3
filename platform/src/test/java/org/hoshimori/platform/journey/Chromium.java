package org.hoshimori.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.Visit;

/// A real Chromium before one server. Whatever it complains about, and every request to another
/// host, is a fault of the test that closes it.
public final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "journeys");

    private static final String AXE = axe();

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /// What another colour or width can break.
    private static final List<String> LOOKS =
            List.of(
                    "color-contrast",
                    "link-in-text-block",
                    "target-size",
                    "scrollable-region-focusable");

    /// What only the width can break.
    private static final List<String> WIDTH = List.of("target-size", "scrollable-region-focusable");

    /// WCAG 2.2 AA, as axe can check it, and anything wider than the window.
    private static final String FAULTS =
            """
            async rules => {
              // Rows and items beyond the twelfth come from the same template as those before.
              const more = ['tr', 'li', 'option'].map(row => [`main ${row}:nth-of-type(n + 13)`]);
              const found = await axe.run({ include: [['html']], exclude: more }, {
                runOnly: rules,
                resultTypes: ['violations'],
                // We use no frames, and none of these rules reads the style sheets' text.
                iframes: false,
                preload: false,
              });
              const faults = found.violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html} ${node.target} ${node.failureSummary}`));
              const root = document.documentElement;
              const over = root.scrollWidth - root.clientWidth;
              return over > 0 ? [...faults, `${over} px wider than the window`] : faults;
            }
            """;

    private final String home;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    /// @param home where the server listens
    public Chromium(String home) {
        this.home = home;
        var environment =
                Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        find("node"),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Path.of(
                                                        find(
                                                                "chromium-headless-shell",
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

    /// A person's browser: its own cookies, language, size and colours.
    public Page page(String language, int width, ColorScheme colours) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(language)
                                .setViewportSize(width, height(width))
                                .setColorScheme(colours)
                                // Colours that are still changing would be measured half-way.
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setBaseURL(home)
                                .setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(20_000);
        // The browser compiles it once, and not again for every page as it does with what is sent.
        context.addInitScript(AXE);
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

    /// Goes on with the session of somebody who signed in without a browser.
    public void enter(Page page, Visit visit) {
        visit.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .forEach(cookie ->
                        page.context()
                                .addCookies(
                                        List.of(
                                                new Cookie("session", cookie.getValue())
                                                        .setUrl(home))));
    }

    /// Looks at a page as axe does; empty when there is nothing to mend.
    public static List<String> faults(Page page) {
        return faults(page, ALL);
    }

    private static List<String> faults(Page page, List<String> rules) {
        List<String> faults = new ArrayList<>();
        for (Object fault : (List<?>) page.evaluate(FAULTS, rules)) {
            faults.add(page.url() + " " + fault);
        }
        return faults;
    }

    /// Looks at a loaded page on a desk in light colours, with every rule, and on a phone in dark
    /// ones, with those for which colour and width matter. The page is left as the latter.
    public static List<String> faultsEverywhere(Page page) {
        List<String> faults = new ArrayList<>(faults(page, 1280, ColorScheme.LIGHT, ALL));
        faults.addAll(faults(page, 360, ColorScheme.DARK, LOOKS));
        return faults;
    }

    /// The same for a second language, which changes words only: they may be too long for a phone,
    /// or wider than a desk. The page is left on the desk.
    public static List<String> faultsOfWords(Page page) {
        List<String> faults = new ArrayList<>(faults(page, 360, ColorScheme.LIGHT, ALL));
        faults.addAll(faults(page, 1280, ColorScheme.LIGHT, WIDTH));
        return faults;
    }

    private static List<String> faults(
            Page page, int width, ColorScheme colours, List<String> rules) {
        page.setViewportSize(width, height(width));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        return faults(page, rules).stream()
                .map(fault -> colours + " " + width + " " + fault)
                .toList();
    }

    /// Keeps a picture of a whole page as an artefact in `target/journeys`.
    public static void screenshot(Page page, String name) {
        screenshot(page, name, true);
    }

    /// Keeps a picture of what the window shows: a fifth of the time.
    public static void glimpse(Page page, String name) {
        screenshot(page, name, false);
    }

    private static void screenshot(Page page, String name, boolean whole) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                        .setFullPage(whole)
                        .setType(ScreenshotType.JPEG)
                        .setTimeout(60_000));
    }

    private static int height(int width) {
        return width < 600 ? 800 : 900;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
