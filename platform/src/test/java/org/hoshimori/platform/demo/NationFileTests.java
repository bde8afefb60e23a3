package org.hoshimori.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NationFileTests {

    private final Nation nation = NationFile.read();

    @Test
    void everyPersonOfACompanyAndEveryExpertIsKnown() {
        assertThat(nation.companies())
                .hasSize(14)
                .allSatisfy(company ->
                        assertThat(nation.people().keySet())
                                .containsAll(company.people().keySet()));
        assertThat(nation.experts())
                .allSatisfy(expert -> assertThat(nation.people()).containsKey(expert.person()));
        assertThat(nation.offers())
                .allSatisfy(offer -> assertThat(nation.people()).containsKey(offer.person()));
    }

    @Test
    void aStoryIsToldInOrder() {
        assertThat(nation.companies())
                .allSatisfy(company ->
                        assertThat(company.story().stream().map(Nation.Turn::ago).toList())
                                .isSortedAccordingTo(
                                        java.util.Comparator.<Duration>naturalOrder().reversed()));
    }

    @Test
    void turnsKeepTheirReasonAndTheirExpert() {
        var refused =
                nation.companies().stream()
                        .filter(company -> company.id().equals("yamabuki"))
                        .findFirst()
                        .orElseThrow();
        assertThat(refused.story().getFirst())
                .returns("refused", Nation.Turn::what)
                .returns("emily", Nation.Turn::with)
                .satisfies(turn -> assertThat(turn.reason().ja()).contains("適用範囲"));
    }
}
