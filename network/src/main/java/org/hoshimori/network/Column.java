package org.hoshimori.network;

import java.util.List;

/// One text of each company out of few, such as its industry or prefecture.
///
/// @param codes for each company, the place of its text in `texts`
/// @param texts the first is empty and means that it is not known
record Column(short[] codes, List<String> texts) {
    static Column unknown(int companies) {
        return new Column(new short[companies], List.of(""));
    }

    boolean known() {
        return texts.size() > 1;
    }

    String text(int company) {
        return texts.get(code(company));
    }

    int code(int company) {
        return codes[company] & 0xffff;
    }
}
