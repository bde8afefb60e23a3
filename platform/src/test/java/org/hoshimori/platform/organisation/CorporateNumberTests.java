package org.hoshimori.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.hoshimori.platform.organisation.CorporateNumber.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTests {

    /// Published on https://www.houjin-bangou.nta.go.jp: the National Tax Agency, the Digital
    /// Agency, METI, the Cabinet Office's house, Toyota Motor.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7000012050002",
                "8000012130001",
                "4000012090001",
                "2000012010019",
                "1180301018771"
            })
    void takesNumbersThatExist(String number) {
        assertThat(CorporateNumber.parse(number))
                .isEqualTo(new Reading.Read(new CorporateNumber(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "７０００−０１２０−５０００２",
                " 7000 0120 50002 ",
                "7-0000-1205-0002",
                "7ー0000ー1205ー0002",
                "７　００００１２０５０００２"
            })
    void readsWhatPeopleType(String typed) {
        assertThat(CorporateNumber.parse(typed))
                .isEqualTo(new Reading.Read(new CorporateNumber("7000012050002")));
    }

    @Test
    void saysWhichDigitItShouldBe() {
        assertThat(CorporateNumber.parse("1000012050002"))
                .isEqualTo(new Reading.WrongCheckDigit(1, 7));
    }

    @Test
    void saysWhatElseIsWrong() {
        assertThat(CorporateNumber.parse(" 　")).isEqualTo(new Reading.Missing());
        assertThat(CorporateNumber.parse("000012050002")).isEqualTo(new Reading.WrongLength(12));
        assertThat(CorporateNumber.parse("T7000012050002")).isEqualTo(new Reading.NotDigits("T"));
        assertThat(CorporateNumber.parse("７०００012050002")).isEqualTo(new Reading.NotDigits("०"));
    }

    @Test
    void cannotExistWithAWrongCheckDigit() {
        assertThatThrownBy(() -> new CorporateNumber("1000012050002"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noticesEverySingleMistypedDigitUnlessItIsANineForAZero(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long twelve,
            @ForAll @IntRange(min = 0, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String right = "%012d".formatted(twelve);
        char old = right.charAt(place);
        char other = (char) ('0' + (old - '0' + shift) % 10);
        var wrong = new StringBuilder(right);
        wrong.setCharAt(place, other);
        boolean same =
                CorporateNumber.checkDigit(right) == CorporateNumber.checkDigit(wrong.toString());
        // Modulus 9 cannot tell 0 from 9: the agency's rule, not ours.
        assertThat(same).isEqualTo((old == '0' && other == '9') || (old == '9' && other == '0'));
    }
}
