package org.hoshimori.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hoshimori.platform.register.Company;
import org.hoshimori.platform.register.Entry;
import org.hoshimori.platform.register.Kind;
import org.hoshimori.platform.register.Register;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills the register with invented companies through its own door, a thousand a transaction.
final class Nation {

    private static final int BATCH = 1000;
    private static final String[] FIRST = {
        "東海", "北斗", "青葉", "みなと", "さくら", "丸一", "朝日", "大和", "中央", "富士", "日昇", "瑞穂", "千歳", "若草", "光陽",
        "三栄"
    };
    private static final String[] FIRST_KANA = {
        "トウカイ", "ホクト", "アオバ", "ミナト", "サクラ", "マルイチ", "アサヒ", "ヤマト", "チュウオウ", "フジ", "ニッショウ", "ミズホ",
        "チトセ", "ワカクサ", "コウヨウ", "サンエイ"
    };
    private static final String[] SECOND = {
        "精密", "鋳造", "電装", "樹脂", "金型", "運送", "計測", "化学", "鋼業", "印刷", "繊維", "食品", "設計", "建設", "物産",
        "製作所"
    };
    private static final String[] SECOND_KANA = {
        "セイミツ", "チュウゾウ", "デンソウ", "ジュシ", "カナガタ", "ウンソウ", "ケイソク", "カガク", "コウギョウ", "インサツ", "センイ",
        "ショクヒン", "セッケイ", "ケンセツ", "ブッサン", "セイサクショ"
    };

    private final Register register;
    private final TransactionTemplate transaction;
    private final Random random = new Random(20261123);

    Nation(Register register, TransactionTemplate transaction) {
        this.register = register;
        this.transaction = transaction;
    }

    void fill(int companies) {
        for (int from = 0; from < companies; from += BATCH) {
            List<Entry> entries = new ArrayList<>();
            for (int place = from; place < Math.min(companies, from + BATCH); place++) {
                entries.add(entry(place));
            }
            transaction.executeWithoutResult(status -> register.appendAll(entries));
        }
    }

    private Entry entry(int place) {
        int first = random.nextInt(FIRST.length);
        int second = random.nextInt(SECOND.length);
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(320));
        return new Entry(
                Kind.REGISTERED,
                "BENCH-" + place,
                new Company(
                        String.format("%013d", 9_000_000_000_000L + place),
                        "株式会社" + FIRST[first] + SECOND[second] + place,
                        FIRST_KANA[first] + SECOND_KANA[second],
                        Optional.of("Company " + place + " Ltd."),
                        String.format(
                                "%02d",
                                1 + (int) Math.min(46, Math.abs(random.nextGaussian()) * 20)),
                        String.valueOf((char) ('A' + random.nextInt(20)))),
                "scs",
                "2026-03-27",
                random.nextInt(10) == 0 ? "4" : "3",
                "本社の事務系ネットワークと業務用パソコン",
                String.format("%064x", place),
                from,
                from.plusYears(1).minusDays(1),
                Optional.empty());
    }
}
