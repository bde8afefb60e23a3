package org.hoshimori.platform.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Entries to append: each with a certificate of its own.
final class Samples {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Samples() {}

    static Company company(String number, String name, String kana) {
        return new Company(number, name, kana, Optional.empty(), "23", "E");
    }

    static Entry registered(Company company) {
        return new Entry(
                Kind.REGISTERED,
                "TEST-REG-%06d".formatted(COUNT.incrementAndGet()),
                company,
                "scs",
                "2026-03-27",
                "3",
                "本社の情報システム\n(工場を除く) \"\\ \u0007",
                "0123456789abcdef".repeat(4),
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                Optional.empty());
    }

    static Entry registered() {
        return registered(company("1234567890123", "見本精機株式会社", "ミホンセイキ"));
    }

    static Entry then(Entry before, Kind kind, String reason) {
        return new Entry(
                kind,
                before.certificate(),
                before.company(),
                before.scheme(),
                before.edition(),
                before.level(),
                before.scope(),
                before.assessment(),
                before.validFrom(),
                before.validUntil(),
                Optional.of(reason));
    }
}
