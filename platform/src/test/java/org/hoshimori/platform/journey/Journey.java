package org.hoshimori.platform.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.context.ActiveProfiles;

/// A real Chromium in front of the sample nation: every journey leaves screenshots in
/// `target/journeys`.
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey extends PlatformTests {

    private Chromium chromium;

    @BeforeAll
    void launch() {
        chromium = new Chromium(home);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    /// A person's browser: its own cookies, language, size and colours.
    Page browser(String language, int width, ColorScheme colours) {
        return chromium.page(language, width, colours);
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

    void enter(Page page, Visit visit) {
        chromium.enter(page, visit);
    }

    void screenshot(Page page, String name) {
        Chromium.screenshot(page, name);
    }

    static List<String> faults(Page page) {
        return Chromium.faults(page);
    }
}
