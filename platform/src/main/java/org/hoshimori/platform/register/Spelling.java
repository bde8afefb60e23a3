package org.hoshimori.platform.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The search's own spelling of names: what people type and what stands in the register meet here.
/// Full and half width, hiragana and katakana, capital and small letters, (株) and 株式会社, 髙 and 高 are
/// the same; spaces and middle dots do not count.
final class Spelling {

    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

    /// Variants that registries and keyboards disagree on, each before its common form.
    private static final String VARIANTS = "髙高﨑崎嵜崎濵浜濱浜邊辺邉辺齋斎齊斉澤沢瀧滝廣広國国眞真德徳曾曽櫻桜嶋島惠恵龍竜";

    private Spelling() {}

    static String of(String text) {
        StringBuilder spelled = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c) && c != '・')
                .map(Spelling::common)
                .forEach(spelled::appendCodePoint);
        return spelled.toString().replace("(株)", "株式会社").replace("(有)", "有限会社");
    }

    /// The words of what was typed, each in the search's spelling.
    static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : typed.split("[\\s\\p{Z}]+")) {
            String spelled = of(word);
            if (!spelled.isEmpty()) {
                words.add(spelled);
            }
        }
        return words;
    }

    private static int common(int c) {
        if (c >= 'ぁ' && c <= 'ゖ') {
            return c + HIRAGANA_TO_KATAKANA;
        }
        int variant = VARIANTS.indexOf(c);
        return variant >= 0 && variant % 2 == 0 ? VARIANTS.codePointAt(variant + 1) : c;
    }
}
