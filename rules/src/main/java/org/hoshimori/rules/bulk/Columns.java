package org.hoshimori.rules.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Outcome;

/// The answers of many companies to one edition, a column for everything that may be answered. An
/// answer is three bits in three planes, so that one word speaks of 64 companies.
///
/// Companies stand in blocks, and a block's planes follow each other: judging reads it from end to
/// end once. Nothing set is unanswered. Different blocks may be written by different threads.
public final class Columns {
    /// Words of 64 companies in a plane of a block: what judging works on fits the first caches.
    static final int WORDS = 512;

    /// Companies in a block; one that fills them by several threads splits at multiples.
    public static final int BLOCK = WORDS * Long.SIZE;

    static final int PLANES = 3;

    private static final Outcome[] BY_CODE = byCode();

    private final Edition edition;
    private final int companies;
    private final List<String> ids;
    private final Map<String, Integer> numbers;

    /// For each block the planes of all columns.
    private final long[][][] blocks;

    /// @param companies 0 or more
    public Columns(Edition edition, int companies) {
        this.edition = edition;
        this.companies = companies;
        this.ids = List.copyOf(edition.answerableIds());
        this.numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        this.blocks = new long[Math.ceilDiv(companies, BLOCK)][ids.size() * PLANES][WORDS];
    }

    private Columns(Columns all, int companies) {
        this.edition = all.edition;
        this.companies = companies;
        this.ids = all.ids;
        this.numbers = all.numbers;
        this.blocks = Arrays.copyOf(all.blocks, Math.ceilDiv(companies, BLOCK));
    }

    /// The first so many companies; nothing is copied, so that what is set here is set there.
    Columns first(int companies) {
        return new Columns(this, companies);
    }

    public Edition edition() {
        return edition;
    }

    /// How many companies there are.
    public int companies() {
        return companies;
    }

    /// What the columns are answers to: [Edition#answerableIds()].
    public List<String> ids() {
        return ids;
    }

    /// The column of answers to `id`; empty when the edition asks no such thing.
    public OptionalInt column(String id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Sets one answer.
    ///
    /// @param company from 0
    /// @param column from 0, see [#column(String)]
    /// @param outcome what the answer amounts to: `Outcome.of(answer).in(edition)`
    public void set(int company, int column, Outcome outcome) {
        long[][] block = blocks[company / BLOCK];
        int at = company % BLOCK / Long.SIZE;
        int code = code(outcome);
        long bit = 1L << company;
        for (int i = 0; i < PLANES; i++) {
            long[] plane = block[column * PLANES + i];
            plane[at] = (code >> i & 1) != 0 ? plane[at] | bit : plane[at] & ~bit;
        }
    }

    /// What was set.
    public Outcome get(int company, int column) {
        long[][] block = blocks[company / BLOCK];
        int at = company % BLOCK / Long.SIZE;
        int code = 0;
        for (int i = 0; i < PLANES; i++) {
            code |= (int) (block[column * PLANES + i][at] >>> company & 1) << i;
        }
        return BY_CODE[code];
    }

    /// Makes everything unanswered, to be filled again.
    public void clear() {
        for (long[][] block : blocks) {
            for (long[] plane : block) {
                Arrays.fill(plane, 0);
            }
        }
    }

    long[][] block(int number) {
        return blocks[number];
    }

    int blocks() {
        return blocks.length;
    }

    /// The rank, with its lowest bit turned: unanswered is 0, and both that pass have the two upper
    /// bits.
    private static int code(Outcome outcome) {
        return outcome.rank() ^ 1;
    }

    private static Outcome[] byCode() {
        var by = new Outcome[1 << PLANES];
        Arrays.fill(by, Outcome.UNANSWERED);
        for (Outcome outcome : Outcome.values()) {
            by[code(outcome)] = outcome;
        }
        return by;
    }
}
