package org.hoshimori.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusBitsTests {

    /// The list of the standard's own example (Bitstring Status List 1.0, example 3): all zero.
    private static final String EMPTY =
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    @Test
    void readsTheStandardsExample() throws Unreadable {
        StatusBits bits = StatusBits.read(EMPTY);
        for (int place = 0; place < StatusBits.LENGTH; place++) {
            assertThat(bits.at(place)).isFalse();
        }
    }

    @Test
    void keepsEveryBitInItsPlace() throws Unreadable {
        StatusBits bits = StatusBits.read(StatusBits.of(Set.of(0, 9, 131_071)).encoded());
        assertThat(bits.at(0)).isTrue();
        assertThat(bits.at(1)).isFalse();
        assertThat(bits.at(9)).isTrue();
        assertThat(bits.at(131_071)).isTrue();
    }

    @Test
    void refusesAListThatUnpacksToMore() {
        assertThatThrownBy(() -> StatusBits.read("u" + "AAAA")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> StatusBits.read("x")).isInstanceOf(Unreadable.class);
    }
}
