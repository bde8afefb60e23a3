package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.rules.SmallScheme.faultsWith;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SchemeFaultsTests {
    @Test
    void namesAnUnknownKeyAndWhatWasMeant() {
        assertThat(faultsWith("text: {ja: ロックする", "txt: {ja: ロックする"))
                .containsExactly(
                        "small.yaml:74:9: criterion 4-1-4-1: key \"text\" is missing",
                        "small.yaml:80:9: criterion 4-1-4-1: unknown key \"txt\", did you mean"
                                + " \"text\"?");
    }

    @Test
    void tellsFaultsInJapaneseToo() {
        Schemes.Reading reading =
                SmallScheme.read(SmallScheme.YAML.replace("kind: rule", "kind: rulle"));

        assertThat(((Schemes.Reading.Refused) reading).faults().getFirst().in(Locale.JAPANESE))
                .isEqualTo(
                        "small.yaml:44:15: 評価基準 1-2-1-1: 「kind」の値「rulle」は使えません。使える値: rule |"
                                + " technical | operation | inventory");
    }

    @Test
    void reportsEveryFaultNotOnlyTheFirst() {
        String broken =
                SmallScheme.YAML
                        .replace("validity_months: 12", "validity_months: many")
                        .replace("kind: technical", "kind: technology")
                        .replace("refs: [1-2-1-1]", "refs: [1-2-1-9]");

        assertThat(SmallScheme.faults(broken.getBytes(StandardCharsets.UTF_8)))
                .satisfiesExactly(
                        f -> assertThat(f).contains("level 3: \"validity_months\" is \"many\""),
                        f -> assertThat(f).contains("names 1-2-1-9").contains("did you mean"),
                        f -> assertThat(f).contains("4-1-4-1: \"kind\" is \"technology\""),
                        f -> assertThat(f).contains("4-1-4-2: \"kind\" is \"technology\""));
    }

    @Test
    void refusesIdsUsedTwice() {
        assertThat(faultsWith("id: 4-1-4-2", "id: 1-2-1-1"))
                .singleElement()
                .asString()
                .endsWith("criterion 1-2-1-1: \"id\" 1-2-1-1 stands in line 39 already");
        assertThat(faultsWith("row: 75", "row: 8"))
                .singleElement()
                .asString()
                .contains("\"row\" 8");
        assertThat(faultsWith("{id: b, ja: 止める", "{id: a, ja: 止める"))
                .singleElement()
                .asString()
                .contains("criterion 4-1-4-1, alternative a: the id is used twice");
    }

    @Test
    void refusesLevelsThatIncludeEachOther() {
        assertThat(faultsWith("id: \"3\"\n", "id: \"3\"\n    includes: \"4\"\n"))
                .hasSize(2)
                .allMatch(fault -> fault.contains("in a circle: "));
    }

    @Test
    void refusesReferencesThatLeadNowhere() {
        assertThat(faultsWith("includes: \"3\"", "includes: \"7\""))
                .singleElement()
                .asString()
                .contains("\"includes\" names 7");
        assertThat(faultsWith("category: \"4\"", "category: \"9\""))
                .singleElement()
                .asString()
                .contains("\"category\" names 9");
        assertThat(faultsWith("refs: [1-2-1]", "refs: [1-2-9]"))
                .singleElement()
                .asString()
                .contains("\"refs\" names 1-2-9");
    }

    @Test
    void refusesALevelThatNothingBelongsTo() {
        assertThat(faultsWith("level: \"4\"", "level: \"3\""))
                .singleElement()
                .asString()
                .contains("level 4: no criterion belongs to this level");
    }

    @Test
    void refusesWrongForms() {
        assertThat(faultsWith("refs: [1-2-1]", "refs: 1-2-1"))
                .singleElement()
                .asString()
                .contains("\"refs\" must be a list");
        assertThat(faultsWith("help: {ja: 設定します。, en: Set it.}", "help: 設定します。"))
                .singleElement()
                .asString()
                .contains("criterion 4-1-4-1, help: a mapping is expected");
        assertThat(faultsWith("en: [Chart, Rules]", "en: [Chart]"))
                .singleElement()
                .asString()
                .contains("need equally many examples (2 and 1)");
        assertThat(faultsWith("valid_from: 2026-01-01", "valid_from: 2026-02-30"))
                .singleElement()
                .asString()
                .contains("not a date");
        assertThat(faultsWith("value: 10", "value: ten"))
                .singleElement()
                .asString()
                .contains("number");
        assertThat(faultsWith("format: 1", "format: 2"))
                .singleElement()
                .asString()
                .contains("format");
    }

    @Test
    void refusesAKeyWrittenTwice() {
        assertThat(faultsWith("status: official\ntitle", "status: official\nstatus: draft\ntitle"))
                .containsExactly("small.yaml:5:1: key \"status\" stands in line 4 already");
    }

    @Test
    void refusesTagsAnchorsAndAliases() {
        assertThat(faultsWith("title: {ja: 体制", "title: !!java.net.URL {ja: 体制"))
                .singleElement()
                .asString()
                .contains("YAML tags are not allowed");
        assertThat(
                        faultsWith(
                                "evidence: {ja: [一覧], en: [List]}",
                                "evidence: &x {ja: [*x], en: [List]}"))
                .anyMatch(fault -> fault.contains("anchors and aliases"));
    }

    @Test
    void refusesABombOfAliasesAtOnce() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(SmallScheme.faults(bomb.toString().getBytes(StandardCharsets.UTF_8)))
                .hasSizeGreaterThan(40);
    }

    @Test
    void refusesWhatIsNoYamlNoTextOrNothing() {
        assertThat(SmallScheme.faults("a: [1, 2".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("small.yaml:1:9: not valid YAML");
        assertThat(SmallScheme.faults("a: b\nc: \u0007".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("small.yaml:2:4: a control character");
        assertThat(SmallScheme.faults("a: 制度".getBytes(Charset.forName("Shift_JIS"))))
                .containsExactly("small.yaml:1:4: not UTF-8 from here on");
        assertThat(SmallScheme.faults(new byte[0]))
                .containsExactly("small.yaml:1:1: the file is empty");
        assertThat(SmallScheme.faults(new byte[5 * 1024 * 1024]))
                .containsExactly("small.yaml:1:1: files above 4 MiB are not read");
        assertThat(SmallScheme.faults("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
