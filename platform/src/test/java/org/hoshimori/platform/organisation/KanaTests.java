package org.hoshimori.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KanaTests {

    @Test
    void storesWhateverWasTypedAsFullWidthKatakana() {
        assertThat(Kana.of("とうかいせいみつばね")).isEqualTo("トウカイセイミツバネ");
        assertThat(Kana.of("ﾄｳｶｲｾｲﾐﾂﾊﾞﾈ")).isEqualTo("トウカイセイミツバネ");
        assertThat(Kana.of(" ゔぃーなす　　ゑびす ")).isEqualTo("ヴィーナス ヱビス");
        assertThat(Kana.of("みすゞ・いすゞ")).isEqualTo("ミスヾ・イスヾ");
    }

    @Test
    void refusesWhatIsNotKana() {
        assertThat(Kana.isKana(Kana.of("東海"))).isFalse();
        assertThat(Kana.isKana(Kana.of("Tokai"))).isFalse();
        assertThat(Kana.isKana(Kana.of("  "))).isFalse();
        assertThat(Kana.isKana(Kana.of("トウカイ"))).isTrue();
    }

    @Test
    void findsTheSamePersonInAnotherSpelling() {
        var officer = new Officer("山田 太郎", "ヤマダ タロウ");
        assertThat(officer.looksLike("山田太郎", "")).isTrue();
        assertThat(officer.looksLike("山田　太郎", "")).isTrue();
        assertThat(officer.looksLike("Taro Yamada", "やまだたろう")).isTrue();
        assertThat(officer.looksLike("山田 次郎", "")).isFalse();
        assertThat(new Officer("山田 太郎", "").looksLike("鈴木 一", "")).isFalse();
    }
}
