package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scores beside those that FIRST and Red Hat publish (`probe/src/test/resources/cvss/README.md`).
class CvssTests {

    private static final int CASES = 7937;

    @Test
    void everyPublishedVectorHasItsPublishedScore() throws Exception {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        CvssTests.class.getResourceAsStream("/cvss/scores.txt.gz")),
                                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                cases++;
                int score = Cvss.read(parts[0]).score();
                if (score != Cvss.tenths(Double.parseDouble(parts[1]))) {
                    wrong.add(line + ", not " + score);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(CASES);
    }

    @Test
    void onlyWhatNeedsNobodysHelpIsRemote() {
        assertThat(Cvss.read("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").remote()).isTrue();
        assertThat(Cvss.read("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H").remote()).isFalse();
        assertThat(Cvss.read("CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").remote()).isFalse();
        assertThat(
                        Cvss.read(
                                        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/MAV:N")
                                .remote())
                .isTrue();
        assertThat(Cvss.read("AV:N/AC:L/Au:N/C:C/I:C/A:C").remote()).isTrue();
        assertThat(Cvss.read("AV:N/AC:M/Au:N/C:C/I:C/A:C").remote()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X",
                "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:H",
                "CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
            })
    void whatIsNoWholeVectorIsRefused(String text) {
        assertThatThrownBy(() -> Cvss.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void anyDamageIsReadOrRefused(@ForAll int where, @ForAll char with) {
        char[] vector =
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P".toCharArray();
        vector[Math.floorMod(where, vector.length)] = with;
        try {
            assertThat(Cvss.read(new String(vector)).score()).isBetween(0, 100);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
