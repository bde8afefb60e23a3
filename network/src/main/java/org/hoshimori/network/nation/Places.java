package org.hoshimori.network.nation;

import java.util.Arrays;
import java.util.List;

/// The prefectures from the one with most companies down, and the industries; both chosen with
/// weights that fall by Zipf's law.
final class Places {
    static final List<String> PREFECTURES =
            List.of(
                    "東京都", "大阪府", "愛知県", "神奈川県", "埼玉県", "福岡県", "北海道", "兵庫県", "千葉県", "静岡県", "広島県",
                    "茨城県", "京都府", "新潟県", "長野県", "群馬県", "岐阜県", "福島県", "宮城県", "栃木県", "岡山県", "三重県",
                    "熊本県", "鹿児島県", "石川県", "富山県", "山形県", "愛媛県", "長崎県", "青森県", "岩手県", "大分県", "山口県",
                    "沖縄県", "福井県", "宮崎県", "滋賀県", "香川県", "秋田県", "和歌山県", "山梨県", "奈良県", "佐賀県", "徳島県",
                    "高知県", "島根県", "鳥取県");

    /// As many as the divisions of the Japan Standard Industrial Classification.
    static final int INDUSTRIES = 99;

    private static final double FALL = 0.9;

    private final double[] upTo;

    Places(int count) {
        upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 1, -FALL);
            upTo[i] = sum;
        }
        for (int i = 0; i < count; i++) {
            upTo[i] /= sum;
        }
    }

    int draw(double u) {
        int at = Arrays.binarySearch(upTo, u);
        return Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
    }
}
