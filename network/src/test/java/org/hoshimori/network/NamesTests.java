package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamesTests {
    @Property(tries = 2000)
    void aKeyThatTellsTheNameTellsItBack(@ForAll long seed) {
        byte[] text = name(new SplittableRandom(seed)).getBytes(StandardCharsets.UTF_8);
        byte[] among = new byte[text.length + 9];
        System.arraycopy(text, 0, among, 4, text.length);
        long key = NameKey.of(among, 4, 4 + text.length);

        assertThat(NameKey.of(text, 0, text.length)).isEqualTo(key);
        if (key >= 0) {
            assertThat(NameKey.text(key)).isEqualTo(text);
        }
    }

    @Test
    void numbersOfCompaniesAndShortNamesNeedNoComparison() {
        for (String name :
                List.of(
                        "0",
                        "7010001008844",
                        "T7010001008844",
                        "012345678901234567",
                        "N000000001",
                        "a",
                        "c12",
                        "鉄鋼",
                        "c1234567")) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            assertThat(NameKey.of(text, 0, text.length)).as(name).isNotNegative();
            assertThat(NameKey.text(NameKey.of(text, 0, text.length))).as(name).isEqualTo(text);
        }
    }

    @Property(tries = 300)
    void namesOfAnotherAreLearnedInTheirOrder(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Names names = new Names();
        Names others = new Names();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            byte[] text = name(random).getBytes(StandardCharsets.UTF_8);
            others.intern(text, 0, text.length);
        }
        for (int i = 0; i < random.nextInt(600); i++) {
            String name = name(random);
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            names.intern(text, 0, text.length);
            expected.putIfAbsent(name, expected.size());
        }

        int[] numbers = names.internAll(others);

        for (int i = 0; i < numbers.length; i++) {
            String name = others.name(i);
            expected.putIfAbsent(name, expected.size());
            assertThat(numbers[i]).as(name).isEqualTo(expected.get(name));
        }
        assertThat(names.size()).isEqualTo(expected.size());
    }

    @Property(tries = 300)
    void namesKeepTheirNumbers(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Names names = new Names();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 800; i++) {
            String name = name(random);
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            int number = names.intern(text, 0, text.length);
            assertThat(number).isEqualTo(expected.computeIfAbsent(name, _ -> expected.size()));
        }
        expected.forEach((name, number) -> {
            assertThat(names.find(name)).isEqualTo(number);
            assertThat(names.name(number)).isEqualTo(name);
        });
        assertThat(names.find("nobody of this name")).isNegative();
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        if (random.nextInt(3) == 0) {
            name.append("TNé/:".charAt(random.nextInt(5)));
        }
        int length = 1 + random.nextInt(random.nextBoolean() ? 3 : 20);
        for (int i = 0; i < length; i++) {
            name.append(
                    random.nextInt(20) == 0
                            ? "x:/ 製".charAt(random.nextInt(5))
                            : (char) ('0' + random.nextInt(random.nextBoolean() ? 10 : 2)));
        }
        return name.toString();
    }
}
