package org.hoshimori.platform.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The lists a company's facts are chosen from; their names are texts in both languages.
public final class Facts {

    /// JIS X 0401, `01` (北海道) to `47` (沖縄県): `organisation.prefecture.NN`.
    public static final List<String> PREFECTURES =
            IntStream.rangeClosed(1, 47).mapToObj("%02d"::formatted).toList();

    /// The major divisions of 日本標準産業分類: `organisation.industry.X`.
    public static final List<String> INDUSTRIES =
            IntStream.rangeClosed('A', 'T').mapToObj(Character::toString).toList();

    /// The bands of [Size]: `organisation.size.BAND`.
    public static final List<String> SIZES = Arrays.stream(Size.values()).map(Size::band).toList();

    private Facts() {}
}
