package org.hoshimori.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages that anyone may open, in both languages, light and dark, phone and desktop.
class EveryPageTests extends Journey {

    private static final List<String> OPEN = List.of("/", "/register", "/register/log");

    @Test
    void openPagesAreAccessibleInBothLanguagesLightAndDarkNarrowAndWide() {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("ja", "en")) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(360, 1280)) {
                    Page page = browser(language, width, colours);
                    for (String path : OPEN) {
                        page.navigate(path);
                        faults.addAll(faults(page));
                        screenshot(
                                page,
                                "open"
                                        + path.replace('/', '-')
                                        + "-"
                                        + language
                                        + "-"
                                        + colours.name().toLowerCase()
                                        + "-"
                                        + width);
                    }
                    page.context().close();
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
