package org.hoshimori.network.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hoshimori.network.Dependence;
import org.hoshimori.network.RelationBatch;

/// Takes rows of `purchaser,supplier[,weight[,required[,kind]]]`.
final class RelationRows extends TableRows {
    /// How a kind of dependence is written.
    private record Word(byte[] text, int bit) {
        Word(String text, Dependence kind) {
            this(text.getBytes(StandardCharsets.UTF_8), kind.bit());
        }
    }

    private static final List<Word> WORDS =
            List.of(
                    new Word("secrets", Dependence.SECRETS),
                    new Word("stop", Dependence.STOP),
                    new Word("access", Dependence.ACCESS),
                    new Word("秘密", Dependence.SECRETS),
                    new Word("停止", Dependence.STOP),
                    new Word("接続", Dependence.ACCESS));

    private final RelationBatch batch;
    private int purchaser;
    private int supplier;
    private int weight;
    private int required;
    private int kind;

    RelationRows(RelationBatch batch, String file) {
        super(file, NetworkFiles.RELATION, List.of("purchaser", "supplier"));
        this.batch = batch;
    }

    @Override
    void begin(Header header) {
        purchaser = header.of("purchaser");
        supplier = header.of("supplier");
        weight = header.of("weight");
        required = header.of("required");
        kind = header.of("kind");
    }

    @Override
    void take(Table table, Cells cells) throws Cells.Wrong {
        float amount = cells.amount(weight, 1);
        int level = cells.level(required);
        int kinds = kinds(table, cells);
        // Both are looked at before either becomes known.
        CompanyIds.at(table, cells, supplier, "受注者", "the supplier");
        int from = cells.from();
        int to = cells.to();
        CompanyIds.at(table, cells, purchaser, "発注者", "the purchaser");
        batch.relate(table.bytes(), cells.from(), cells.to(), from, to, amount, level, kinds);
    }

    private int kinds(Table table, Cells cells) throws Cells.Wrong {
        if (!cells.at(kind)) {
            return 0;
        }
        byte[] bytes = table.bytes();
        int kinds = 0;
        int start = cells.from();
        for (int i = start; i <= cells.to(); i++) {
            if (i == cells.to() || joins(bytes[i])) {
                if (i > start) {
                    kinds |= kind(bytes, start, i);
                }
                start = i + 1;
            }
        }
        return kinds;
    }

    private static boolean joins(byte c) {
        return c == ' ' || c == '+' || c == '|' || c == '/';
    }

    private int kind(byte[] bytes, int from, int to) throws Cells.Wrong {
        for (Word word : WORDS) {
            if (Arrays.equals(bytes, from, to, word.text, 0, word.text.length)) {
                return word.bit;
            }
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        throw new Cells.Wrong(
                kind,
                "依存はsecrets、stop、accessのどれかです: " + text,
                "a kind is one of secrets, stop, access: " + text);
    }
}
