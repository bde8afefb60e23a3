package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.hoshimori.log.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ContentTests {

    private static final Instant AT = Instant.parse("2026-11-23T07:00:00Z");

    @Test
    void anEntryIsOneLineOfCanonicalJson() {
        assertThat(Content.write(Samples.registered(), AT))
                .startsWith("{\"assessment\":\"sha256:0123")
                .contains("\"company\":{\"industry\":\"E\",\"kana\":\"ミホンセイキ\",\"name\":")
                .contains("(工場を除く) \\\"\\\\ \\u0007\"")
                .doesNotContain("\n");
    }

    @Test
    void anEntryReadsBackAsItWas() {
        Entry entry = Samples.then(Samples.registered(), Kind.SUSPENDED, "理由");
        Content content = new Content(JsonMapper.builder().build());
        assertThat(content.read(5, Content.write(entry, AT))).isEqualTo(new Written(5, AT, entry));
    }

    @Test
    void keysAreOrderedByUtf16AsRfc8785Wants() {
        assertThat(CanonicalJson.of(Map.of("\ufb33", "1", "\ud83d\ude00", "2", "a", "3", "", "4")))
                .isEqualTo("{\"\":\"4\",\"a\":\"3\",\"\ud83d\ude00\":\"2\",\"\ufb33\":\"1\"}");
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(Map.of("a", "\ud83d")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("a", 1.5)));
    }

    @Test
    void aSecondInstanceNeedsTheSameKey(@TempDir Path first, @TempDir Path second)
            throws Exception {
        KeyFile one = new KeyFile("", first, URI.create("https://star.example"));
        SignerKey key = one.keyForANewLog();
        assertThat(key.verifier().name()).isEqualTo("star.example/register/log");
        assertThat(one.keyFor(key.verifier()).verifier()).isEqualTo(key.verifier());

        KeyFile other = new KeyFile("", second, URI.create("https://star.example"));
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> other.keyFor(key.verifier()))
                .withMessageContaining("HOSHIMORI_REGISTER_KEY");
        other.keyForANewLog();
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> other.keyFor(key.verifier()))
                .withMessageContaining("this instance's key is");

        Files.copy(
                first.resolve("register.key"),
                second.resolve("register.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(other.keyFor(key.verifier()).verifier()).isEqualTo(key.verifier());
        KeyFile set =
                new KeyFile(key.secretText(), second.resolve("none"), URI.create("https://x"));
        assertThat(set.keyFor(key.verifier()).verifier()).isEqualTo(key.verifier());
    }
}
