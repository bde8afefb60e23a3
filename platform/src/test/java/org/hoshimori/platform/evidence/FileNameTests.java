package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void keepsNamesOfEveryScript() {
        assertThat(FileName.clean("情報セキュリティ規程（2026年版）.pdf").value())
                .isEqualTo("情報セキュリティ規程（2026年版）.pdf");
        assertThat(FileName.clean("か\u3099くせい.txt").value()).isEqualTo("がくせい.txt");
    }

    @Test
    void dropsPathsControlsAndDirectionTricks() {
        assertThat(FileName.clean("../../etc/passwd").value()).isEqualTo("passwd");
        assertThat(FileName.clean("C:\\Users\\a\\x.pdf").value()).isEqualTo("x.pdf");
        assertThat(FileName.clean("a\r\nSet-Cookie: b=c.pdf").value())
                .isEqualTo("aSet-Cookie_ b=c.pdf");
        assertThat(FileName.clean("report\u202Efdp.exe").value()).isEqualTo("reportfdp.exe");
        assertThat(FileName.clean("a\u200B\uFEFF\u2066.pdf").value()).isEqualTo("a.pdf");
        assertThat(FileName.clean("\u0000.. ").value()).isEqualTo("file");
        assertThat(FileName.clean(".htaccess").value()).isEqualTo("htaccess");
        assertThat(FileName.clean("a\"b<c>|.pdf").value()).isEqualTo("a_b_c__.pdf");
    }

    @Test
    void shortensLongNamesButKeepsTheEnding() {
        String name = FileName.clean("長".repeat(300) + ".xlsx").value();
        assertThat(name).endsWith("長.xlsx");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Property
    void isAlwaysHarmless(@ForAll String given) {
        String name = FileName.clean(given).value();
        assertThat(name).isNotBlank().doesNotContain("/", "\\", "\n", "\r", "\u202E", "\"");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(FileName.clean(name).value()).isEqualTo(name);
    }
}
