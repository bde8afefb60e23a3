package org.hoshimori.network.file;

import java.util.List;
import org.hoshimori.network.Dependence;
import org.hoshimori.network.NetworkBuilder;

/// Takes rows of `purchaser,supplier[,weight[,required[,kind]]]`.
final class RelationRows extends TableRows {
    private final NetworkBuilder builder;
    private final CompanyIds ids;
    private int purchaser;
    private int supplier;
    private int weight;
    private int required;
    private int kind;

    RelationRows(NetworkBuilder builder, String file) {
        super(file, NetworkFiles.RELATION, List.of("purchaser", "supplier"));
        this.builder = builder;
        this.ids = new CompanyIds(builder);
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
        int kinds = kinds(cells);
        if (!cells.at(supplier)) {
            throw new Cells.Wrong(supplier, "受注者がありません", "the supplier is missing");
        }
        builder.relate(
                ids.read(table, cells, purchaser, "発注者", "the purchaser"),
                ids.read(table, cells, supplier, "受注者", "the supplier"),
                amount,
                level,
                kinds);
    }

    private int kinds(Cells cells) throws Cells.Wrong {
        if (!cells.at(kind)) {
            return 0;
        }
        int kinds = 0;
        for (String word : cells.text(kind).split("[ +|/]+")) {
            kinds |=
                    switch (word) {
                        case "secrets", "秘密" -> Dependence.SECRETS.bit();
                        case "stop", "停止" -> Dependence.STOP.bit();
                        case "access", "接続" -> Dependence.ACCESS.bit();
                        default ->
                                throw new Cells.Wrong(
                                        kind,
                                        "依存はsecrets、stop、accessのどれかです: " + word,
                                        "a kind is one of secrets, stop, access: " + word);
                    };
        }
        return kinds;
    }
}
