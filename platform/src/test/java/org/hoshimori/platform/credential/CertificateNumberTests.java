package org.hoshimori.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CertificateNumberTests {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void isReadAsPeopleTypeIt() {
        String number = CertificateNumber.of("scs", "3", 2026, 123).value();
        assertThat(number).startsWith("SCS3-2026-000123-");
        for (String typed :
                new String[] {
                    number,
                    number.toLowerCase(),
                    " " + number.replace("-", " ") + " ",
                    number.replace("-", ""),
                    number.replace("-", "ー"),
                    number.replace("SCS3", "ＳＣＳ３"),
                    number.replace("-", "－"),
                }) {
            assertThat(CertificateNumber.read(typed))
                    .as(typed)
                    .hasValue(new CertificateNumber(number));
        }
    }

    @Test
    void anythingElseIsNoNumber() {
        assertThat(CertificateNumber.read("")).isEmpty();
        assertThat(CertificateNumber.read("SCS3")).isEmpty();
        assertThatThrownBy(() -> new CertificateNumber("scs3-2026-000123-0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noticesOneWrongCharacter(
            @ForAll @IntRange(min = 2026, max = 2099) int year,
            @ForAll @LongRange(min = 1, max = 999_999) long serial,
            @ForAll @IntRange(min = 0, max = 17) int place,
            @ForAll @IntRange(min = 0, max = 35) int other) {
        String number = CertificateNumber.of("scs", "3", year, serial).value();
        char wrong = ALPHABET.charAt(other);
        if (number.charAt(place) != '-' && number.charAt(place) != wrong) {
            String typed = number.substring(0, place) + wrong + number.substring(place + 1);
            assertThat(CertificateNumber.read(typed)).as(typed).isEmpty();
        }
    }
}
