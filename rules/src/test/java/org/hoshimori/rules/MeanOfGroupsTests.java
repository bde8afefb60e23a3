package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanOfGroupsTests {
    private static final MathContext DIGITS = new MathContext(30);

    @Test
    void thirdsAddUpToWhole() {
        var mean = new MeanOfGroups();
        mean.add(4, 3);
        mean.add(5, 3);
        assertThat(mean.mean(DIGITS)).isEqualByComparingTo("1.5");
    }

    @Test
    void nothingHasTheMeanNought() {
        assertThat(new MeanOfGroups().mean(DIGITS)).isEqualByComparingTo("0");
    }

    @Test
    void dividingOnceIsDividingEach() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            // Large sizes have too little in common for one denominator.
            int largest = seed % 2 == 0 ? 12 : 200;
            var mean = new MeanOfGroups();
            BigDecimal sum = BigDecimal.ZERO;
            int groups = 1 + random.nextInt(30);
            for (int group = 0; group < groups; group++) {
                int size = 1 + random.nextInt(largest);
                int of = random.nextInt(5 * size + 1);
                mean.add(of, size);
                sum = sum.add(BigDecimal.valueOf(of).divide(BigDecimal.valueOf(size), DIGITS));
            }
            BigDecimal each = sum.divide(BigDecimal.valueOf(groups), DIGITS);
            assertThat(mean.mean(DIGITS).subtract(each).abs()).isLessThan(new BigDecimal("1e-25"));
        }
    }
}
