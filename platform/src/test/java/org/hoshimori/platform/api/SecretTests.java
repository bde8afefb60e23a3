package org.hoshimori.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecretTests {

    @Test
    void everySecretIsNewAndHasTheFormThatScannersLookFor() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Secret secret = Secret.fresh();
            assertThat(secret.value()).matches("hoshimori_[0-9A-Za-z]{46}");
            assertThat(Secret.parse(secret.value())).contains(secret);
            assertThat(seen.add(secret.value())).isTrue();
        }
    }

    @Property(tries = 300)
    void aSecretWithOneOtherLetterIsNone(
            @ForAll @IntRange(min = 10, max = 55) int place,
            @ForAll @IntRange(min = 1, max = 61) int turn) {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var letters = new StringBuilder(Secret.fresh().value());
        int now = alphabet.indexOf(letters.charAt(place));
        letters.setCharAt(place, alphabet.charAt((now + turn) % alphabet.length()));
        assertThat(Secret.parse(letters.toString())).isEmpty();
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutTrouble(@ForAll String text) {
        assertThat(Secret.parse(text)).isEmpty();
        assertThat(Secret.parse("hoshimori_" + text)).isEmpty();
    }

    @Test
    void aSecretDoesNotStandInLogs() {
        Secret secret = Secret.fresh();
        assertThat(secret.toString()).doesNotContain(secret.value().substring(12));
    }
}
