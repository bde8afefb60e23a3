package org.hoshimori.bench.rules;

/// Invented answers, by arithmetic that every engine can do: who fails which criterion.
final class Invented {
    /// The same in SQL; `c` is the company from 0, `k` the criterion from 0.
    static final String FAILS =
            "((c::bigint * 48271 + k::bigint * 69621 + 12345) % 2147483647 % 401 = 0)";

    private Invented() {}

    static boolean fails(long company, long criterion) {
        return (company * 48271 + criterion * 69621 + 12345) % 2147483647 % 401 == 0;
    }
}
