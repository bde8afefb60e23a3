package org.hoshimori.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;

class EightBytesTests {
    @Property(tries = 2000)
    void theFirstZeroIsFound(@ForAll @Size(8) byte[] bytes, @ForAll byte wanted) {
        long zeros = EightBytes.zeros(EightBytes.at(bytes, 0) ^ EightBytes.of(wanted));
        int first = 0;
        while (first < 8 && bytes[first] != wanted) {
            first++;
        }

        assertThat(Long.numberOfTrailingZeros(zeros) >>> 3).isEqualTo(first);
    }

    @Property(tries = 2000)
    void bytesBelowALimitAreMarkedAndNoOthers(
            @ForAll @Size(8) byte[] bytes, @ForAll @ByteRange(min = 1) byte limit) {
        long below = EightBytes.below(EightBytes.at(bytes, 0), limit);

        for (int i = 0; i < 8; i++) {
            assertThat((below >>> 8 * i & 0xff) != 0).isEqualTo(bytes[i] >= 0 && bytes[i] < limit);
        }
    }

    @Property(tries = 2000)
    void oneByteThatIsNotPlainIsSeenAnywhere(
            @ForAll @Size(min = 1, max = 40) byte[] bytes, @ForAll byte odd, @ForAll int place) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (' ' + (bytes[i] & 0x3f));
        }
        int at = Math.floorMod(place, bytes.length);

        assertThat(EightBytes.plain(bytes, 0, bytes.length)).isTrue();
        bytes[at] = odd;
        assertThat(EightBytes.plain(bytes, 0, bytes.length)).isEqualTo(odd >= ' ');
        assertThat(EightBytes.plain(Arrays.copyOf(bytes, 60), 0, bytes.length))
                .isEqualTo(odd >= ' ');
        assertThat(EightBytes.plain(bytes, at, at)).isTrue();
    }
}
