package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCommandTests {
    private final Shell shell;
    private final String edges;
    private final String companies;

    NetworkCommandTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
        this.edges = shell.file("E.csv", "purchaser,supplier,weight\np,a,2\np,b,1\na,c,3\nc,p,1\n");
        this.companies = shell.file("C.csv", "company,level\np,3\na,3\nb,0\nc,4\n");
    }

    @Test
    void tiersCountDistinctSuppliersAndThoseBelow() {
        Shell.Result result = ask("tiers", "--purchaser", "p", "--depth", "6", "--json");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("{\"purchaser\":\"p\",\"required\":3,")
                .contains(
                        "\"tiers\":[{\"tier\":1,\"suppliers\":2,\"below\":1,\"minimum\":0,\"by_level\":{\"0\":1,\"3\":1},",
                        "{\"tier\":2,\"suppliers\":1,\"below\":0,\"minimum\":4,\"by_level\":{\"4\":1},");
    }

    @Test
    void pathsProveWhoIsBelow() {
        assertThat(ask("tiers", "--purchaser", "p", "--paths", "5", "--required", "4").out())
                .contains("  p → b\n")
                .contains("  p → a\n");
        assertThat(ask("tiers", "--purchaser", "p", "--to", "c", "--json").out())
                .contains("\"paths\":[[\"p\",\"a\",\"c\"]]");
    }

    @Test
    void aWrongCallOrFileIsOneLineAndExitTwo() {
        Shell.Result nobody = ask("tiers", "--purchaser", "nobody");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.err())
                .isEqualTo("hoshimori: no company of this name in either file: nobody\n");

        String broken = shell.file("broken.csv", "purchaser,supplier,weight\np,a,many\n");
        Shell.Result result =
                shell.run("network", "tiers", "--edges", broken, "--purchaser", "p", "--json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("broken.csv:2:5: a number of 0 or more is needed: many");

        assertThat(ask("tiers", "--purchaser", "p", "--depth", "0").code()).isEqualTo(2);
        assertThat(shell.run("network").code()).isEqualTo(2);
    }

    @Test
    void badRowsAreLeftOutAndCountedWhenAsked() {
        String broken = shell.file("broken.csv", "p,a,many\np,b\n");

        Shell.Result result =
                shell.run(
                        "network",
                        "tiers",
                        "--edges",
                        broken,
                        "--bad-rows",
                        "skip",
                        "--purchaser",
                        "p",
                        "--json");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"suppliers\":1", "\"skipped_rows\":1");
    }

    @Test
    void exposureIsAShareForAllCompaniesAndByTierForOne() {
        Shell.Result all = ask("exposure", "--depth", "2", "--json");
        assertThat(all.code()).isZero();
        assertThat(all.out())
                .startsWith("{\"required\":3,\"depth\":2,\"purchasers\":3,")
                .contains("{\"company\":\"p\",\"exposure\":0.3333");
        assertThat(ask("exposure", "--purchaser", "p", "--json").out())
                .contains("\"exposure\":0.3333", "\"tiers\":[{\"tier\":1,\"paths\":1.0,");
        assertThat(ask("exposure", "--lang", "ja").out()).contains("行き着く割合");
    }

    @Test
    void chokepointsNameWhoOthersDependOn() {
        Shell.Result nation = ask("chokepoints", "--json");
        assertThat(nation.code()).isZero();
        assertThat(nation.out())
                .contains(
                        "\"dominators\":[",
                        "\"articulation\":[{\"company\":\"p\",\"cut_off\":1,\"level\":3,\"below\":false}]")
                .contains("\"dependants\":[", "\"cores\":{\"count\":2,\"largest\":3}");
        assertThat(ask("chokepoints", "--purchaser", "p", "--json").out())
                .contains("\"dominators\":[{\"company\":\"a\",\"dominated\":1,");
        assertThat(ask("chokepoints").out()).contains("sole gateways");
    }

    @Test
    void aShockTellsWhoLosesWhat() {
        Shell.Result one = ask("shock", "--company", "b", "--json", "--raise", "1");
        assertThat(one.code()).isZero();
        assertThat(one.out())
                .contains("\"stopped\":[\"b\"]", "\"losses\":[{\"company\":\"b\",\"loss\":1.0}")
                .contains("\"compromise\":{\"known\":false")
                .contains("\"raise\":[{\"company\":\"b\",\"purchasers\":2}]");
        assertThat(ask("shock", "--below", "3").out()).contains("when 1 companies stop");
        assertThat(ask("shock").code()).isEqualTo(2);
        assertThat(ask("shock", "--company", "b", "--production", "magic").code()).isEqualTo(2);
    }

    @Test
    void aShockTellsWhatOnePurchaserLoses() {
        assertThat(ask("shock", "--company", "c", "--purchaser", "p", "--json").out())
                .contains("\"purchaser\":{\"company\":\"p\",\"loss\":");
        assertThat(ask("shock", "--company", "c", "--purchaser", "p").out())
                .contains("p loses ")
                .contains("% of its production");
        assertThat(ask("shock", "--company", "c", "--purchaser", "nobody").code()).isEqualTo(2);
    }

    @Test
    void aRollUpCountsForEveryCompanyAndExactlyForOne() {
        Shell.Result all = ask("rollup", "--json");
        assertThat(all.code()).isZero();
        assertThat(all.out())
                .startsWith("{\"depth\":3,\"required\":3,\"standard_error\":0.065")
                .contains("{\"company\":\"a\",\"suppliers\":", "\"dependants\":");
        assertThat(ask("rollup", "--purchaser", "p", "--required", "4", "--json").out())
                .contains(
                        "\"companies\":[{\"company\":\"p\",\"suppliers\":3,\"below\":2,\"dependants\":2}]");
        assertThat(ask("rollup", "--purchaser", "p").out()).contains("exact");
        assertThat(ask("rollup", "--top", "-1").code()).isEqualTo(2);
    }

    @Test
    void whatIfIsAnsweredBesideHowItIs() {
        Shell.Result raised =
                ask("tiers", "--purchaser", "p", "--raised", "b=4", "--parted", "a,c", "--json");
        assertThat(raised.code()).isZero();
        assertThat(raised.out())
                .startsWith(
                        "{\"purchaser\":\"p\",\"required\":3,\"depth\":3,\"suppliers\":2,\"below\":0,")
                .contains(
                        "\"what_if\":{\"raised\":[{\"company\":\"b\",\"level\":4}],\"dropped\":[],"
                                + "\"parted\":[{\"purchaser\":\"a\",\"supplier\":\"c\"}]}",
                        "\"before\":{\"purchaser\":\"p\",\"required\":3,\"depth\":3,\"suppliers\":3,\"below\":1,");
        assertThat(ask("exposure", "--dropped", "b", "--purchaser", "p").out())
                .contains("— as it is —\n33.3%", "— what if —\n0.0%");
        assertThat(ask("summary", "--dropped", "b", "--json").out())
                .contains("\"isolated\":1", "\"before\":{");
    }

    @Test
    void whatIfNamesThoseWhoAreNotThere() {
        assertThat(ask("exposure", "--raised", "nobody=4").err())
                .isEqualTo("hoshimori: no company of this name in either file: nobody\n");
        assertThat(ask("exposure", "--parted", "b,a").err())
                .isEqualTo("hoshimori: b does not buy from a\n");
        assertThat(ask("exposure", "--raised", "a").code()).isEqualTo(2);
        assertThat(ask("exposure", "--raised", "a=gold").code()).isEqualTo(2);
        assertThat(ask("exposure", "--dropped", "nobody").code()).isEqualTo(2);
    }

    @Test
    void withheldCompaniesAreCountedAndNeverNamed() {
        StringBuilder relations = new StringBuilder("p,a\np,b\n");
        for (int i = 0; i < 30; i++) {
            relations.append("p,secret").append(i).append('\n');
        }
        String many = shell.file("many.csv", relations.toString());
        String visible = shell.file("visible.csv", "company\na\nelsewhere\n");
        String key = shell.file("key", "a key that askers do not know");
        Shell.Result view = withheld(many, visible, key, "--raised", "a=3", "--json");
        assertThat(view.code()).isZero();
        assertThat(view.out())
                .startsWith("{\"purchaser\":\"p\",\"required\":3,\"depth\":3,\"group\":5,")
                .contains("\"named\":1,\"below\":0,\"names\":[\"a\"],\"withheld_about\":3")
                .doesNotContain("secret", "\"b\"", "\"network\"", "31");
        assertThat(withheld(many, visible, key).out())
                .contains("1 by name (1 below), withheld about 3")
                .doesNotContain("secret");

        assertThat(withheld(many, visible, shell.file("short", "x")).err())
                .contains("the key is too short");
        assertThat(withheld(many, visible, "none").code()).isEqualTo(2);
        assertThat(withheld(many, "none", key).err()).contains("no such file");
        assertThat(withheld(many, visible, key, "--dropped", "a").code()).isEqualTo(2);
    }

    private Shell.Result withheld(String relations, String visible, String key, String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "network",
                                "withheld",
                                "--edges",
                                relations,
                                "--purchaser",
                                "p",
                                "--visible",
                                visible,
                                "--key",
                                key));
        args.addAll(List.of(more));
        return shell.run(args.toArray(String[]::new));
    }

    @Test
    void aGeneratedNationIsReadBack() {
        String e = shell.path("nation.csv.gz").toString();
        String c = shell.path("nation-companies.csv").toString();
        assertThat(
                        shell.run(
                                        "network",
                                        "generate",
                                        "--edges",
                                        e,
                                        "--companies",
                                        c,
                                        "--size",
                                        "500")
                                .code())
                .isZero();

        Shell.Result summary =
                shell.run("network", "summary", "--edges", e, "--companies", c, "--json");
        assertThat(summary.code()).isZero();
        assertThat(summary.out()).contains("\"companies\":500", "\"bow_tie\":{\"core\":");
        assertThat(shell.run("network", "summary", "--edges", e, "--companies", c).out())
                .contains("500 companies");
    }

    @Test
    void aSavedNetworkAnswersTheSame() {
        String saved = shell.path("saved.network").toString();
        assertThat(ask("save", "--out", saved).code()).isZero();

        String[] question = {"--purchaser", "p", "--depth", "6", "--json"};
        assertThat(
                        shell.run(
                                        "network",
                                        "tiers",
                                        "--network",
                                        saved,
                                        "--purchaser",
                                        "p",
                                        "--depth",
                                        "6",
                                        "--json")
                                .out())
                .isEqualTo(ask("tiers", question).out());
        assertThat(ask("tiers", "--network", saved, "--purchaser", "p").code()).isEqualTo(2);
        assertThat(shell.run("network", "summary", "--network", edges).code()).isEqualTo(2);
        assertThat(shell.run("network", "summary").code()).isEqualTo(2);
    }

    @Test
    void picturesAreDrawnAsSvgAndPng() throws java.io.IOException {
        for (String of : new String[] {"degrees", "tiers", "chokepoints"}) {
            String svg = shell.path(of + ".svg").toString();
            String png = shell.path(of + ".png").toString();
            assertThat(ask("picture", "--of", of, "--purchaser", "p", "--out", svg).code())
                    .isZero();
            assertThat(ask("picture", "--of", of, "--purchaser", "p", "--out", png).code())
                    .isZero();
            assertThat(java.nio.file.Files.readString(Path.of(svg))).startsWith("<svg");
            assertThat(javax.imageio.ImageIO.read(Path.of(png).toFile()).getWidth())
                    .isEqualTo(1600);
        }
        assertThat(ask("picture", "--of", "tiers", "--out", "x.svg").code()).isEqualTo(2);
        assertThat(ask("picture", "--of", "degrees", "--out", "x.gif").code()).isEqualTo(2);
    }

    @Test
    void everyCompanysShockIsWrittenAndGoesOnWhereItEnded() throws java.io.IOException {
        Path file = shell.path("all.csv");
        assertThat(ask("shock", "--all", file.toString()).code()).isZero();
        byte[] whole = java.nio.file.Files.readAllBytes(file);
        assertThat(new String(whole)).startsWith("company,esri,error\n").hasLineCount(5);
        java.nio.file.Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));
        assertThat(ask("shock", "--all", file.toString()).code()).isZero();
        assertThat(file).hasBinaryContent(whole);
        assertThat(ask("shock", "--all", edges).code()).isEqualTo(2);
    }

    private Shell.Result ask(String question, String... more) {
        String[] args = {"network", question, "--edges", edges, "--companies", companies};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return shell.run(all);
    }
}
