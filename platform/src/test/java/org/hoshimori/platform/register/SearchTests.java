package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SearchTests extends PlatformTests {

    private static final String NUMBER = "9990000000017";

    @Autowired private Register register;
    @Autowired private Registrations registrations;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void register() {
        if (registrations.ofCompany(NUMBER).isEmpty()) {
            Company company =
                    new Company(
                            NUMBER,
                            "髙﨑ロケット工業㈱",
                            "タカサキロケットコウギョウ",
                            Optional.of("Takasaki Rocket Works"),
                            "47",
                            "T");
            append(Samples.registered(company));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ロケット",
                "ろけっと",
                "ﾛｹｯﾄ",
                "ロケ",
                "たかさき",
                "高崎ロケット",
                "髙﨑",
                "髙",
                "高崎ロケット工業株式会社",
                "㈱ ロケット",
                "takasaki",
                "ＴＡＫＡＳＡＫＩ rocket",
                "  工業　高崎 ",
                "9990000000017",
                "９９９００００００００１７",
                "9-9900-0000-0017",
                "T9990000000017"
            })
    void findsACompanyHoweverItIsTyped(String q) {
        assertThat(numbers(asked(q, "", "", ""))).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ロケッタ", "9990000000018", "崎高", "高崎 東京", "TEST-NO-1"})
    void findsNothingElse(String q) {
        assertThat(numbers(asked(q, "", "", ""))).doesNotContain(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table register.entry; --",
                "%",
                "_",
                "\\",
                "' or '1'='1",
                "a\u0000b",
                "{a,b}",
                ":word0",
                "\"",
                "?",
                "\ud83d"
            })
    void takesEveryTextAsAText(String q) {
        assertThat(numbers(asked(q, "'; --", "", "")).size()).isNotNegative();
        assertThat(numbers(asked(q, "", "", "'; --"))).doesNotContain(NUMBER);
    }

    @Test
    void filtersByEveryFact() {
        assertThat(numbers(asked("ロケット", "47", "", ""))).contains(NUMBER);
        assertThat(numbers(asked("ロケット", "13", "", ""))).doesNotContain(NUMBER);
        assertThat(numbers(asked("ロケット", "", "T", ""))).contains(NUMBER);
        assertThat(numbers(asked("ロケット", "", "A", ""))).doesNotContain(NUMBER);
        assertThat(numbers(asked("ロケット", "", "", "registered"))).contains(NUMBER);
        assertThat(numbers(asked("ロケット", "", "", "suspended"))).doesNotContain(NUMBER);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void filtersAlikeInEveryOrder(Sort sort) {
        for (String state : List.of("", "registered", "any")) {
            Asked asked = new Asked("ロケット", "", "", "scs", "3", state, sort.word(), "");
            assertThat(numbers(asked)).contains(NUMBER);
        }
        Asked other = new Asked("ロケット", "", "", "", "4", "", sort.word(), "");
        assertThat(numbers(other)).doesNotContain(NUMBER);
        Asked suspended = new Asked("ロケット", "", "", "", "", "suspended", sort.word(), "");
        assertThat(numbers(suspended)).doesNotContain(NUMBER);
    }

    @Test
    void showsReplacedCertificatesOnlyWhenAsked() {
        Company company = Samples.company("9990000000025", "後継試験株式会社", "コウケイシケン");
        Entry old = Samples.registered(company);
        append(old);
        assertThat(register.registration(old.certificate()).orElseThrow().state())
                .isEqualTo(Kind.REGISTERED);
        append(Samples.then(old, Kind.SUPERSEDED, "更新"));
        for (Sort sort : Sort.values()) {
            assertThat(numbers(new Asked("後継試験", "", "", "", "", "", sort.word(), ""))).isEmpty();
        }
        assertThat(numbers(asked("後継試験", "", "", "superseded"))).hasSize(1);
        assertThat(numbers(asked("後継試験", "", "", "any"))).hasSize(1);
        assertThat(numbers(asked(old.certificate(), "", "", "any"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesThroughEveryOrderWithoutLosingOrRepeating(Sort sort) {
        seedPages();
        for (String direction : List.of("", "-")) {
            List<String> seen = new ArrayList<>();
            String after = "";
            do {
                Found found =
                        register.search(
                                new Asked(
                                        "頁送試験",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        direction + sort.word(),
                                        after));
                assertThat(found.count()).isEqualTo(50);
                found.registrations().forEach(one -> seen.add(one.certificate()));
                after = found.next().orElse("");
            } while (!after.isEmpty());
            assertThat(seen).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"name", "kana", "-until"})
    void aForgedPlaceBeginsAtTheBeginning(String sort) {
        for (String after : List.of("x", "%%%", "AAAA", "YQpi", "Cg")) {
            Asked asked = new Asked("ロケット", "", "", "", "", "", sort, after);
            assertThat(register.search(asked).count()).isPositive();
        }
    }

    private void seedPages() {
        if (!numbers(asked("頁送試験", "", "", "")).isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(
                    Samples.registered(
                            Samples.company(
                                    "99900001%05d".formatted(i / 2), "頁送試験" + i % 7, "ページオクリ")));
        }
        transaction.executeWithoutResult(status -> register.appendAll(entries));
    }

    private void append(Entry entry) {
        transaction.executeWithoutResult(status -> register.append(entry));
    }

    private List<String> numbers(Asked asked) {
        return register.search(asked).registrations().stream()
                .map(one -> one.company().corporateNumber())
                .toList();
    }

    private static Asked asked(String q, String prefecture, String industry, String state) {
        return new Asked(q, prefecture, industry, "", "", state, "", "");
    }
}
