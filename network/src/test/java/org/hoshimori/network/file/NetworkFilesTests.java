package org.hoshimori.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Dependence;
import org.hoshimori.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFilesTests {
    private static final byte[] GOOD =
            "\ufeffpurchaser,supplier,weight,required,kind\r\np,\"a \"\"1\"\"\",2.5,3,secrets access\r\n\r\np,b,,,\n"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @Test
    void readsRelationsWithAndWithoutNamesOfColumns() throws IOException {
        for (String text :
                List.of(
                        "purchaser,supplier,weight\np,a,2\np,b,1\na,b,3\n",
                        "p,a,2\np,b\na,b,3",
                        "weight;supplier;note;purchaser\n2;a;x;p\n1;b;;p\n3;b;;a\n",
                        "発注者\t受注者\t取引額\np\ta\t2\np\tb\t\na\tb\t3e0\r\n")) {
            Network network = whole(text.getBytes(StandardCharsets.UTF_8), null).network();

            assertThat(network.relations()).isEqualTo(3);
            Adjacency suppliers = network.suppliers();
            int p = network.company("p").orElseThrow();
            int a = network.company("a").orElseThrow();
            assertThat(suppliers.degree(p)).isEqualTo(2);
            assertThat(suppliers.weight(suppliers.first(a))).isEqualTo(3);
        }
    }

    @Test
    void readsQuotesMarksKindsAndGzip() throws IOException {
        for (byte[] bytes : List.of(GOOD, gzip(GOOD))) {
            Network network = whole(bytes, null).network();
            int a = network.company("a \"1\"").orElseThrow();
            Adjacency suppliers = network.suppliers();
            int e = suppliers.first(network.company("p").orElseThrow());
            if (suppliers.company(e) != a) {
                e++;
            }
            assertThat(suppliers.weight(e)).isEqualTo(2.5f);
            assertThat(suppliers.required(e)).isEqualTo(3);
            assertThat(suppliers.kinds(e))
                    .isEqualTo(Dependence.SECRETS.bit() | Dependence.ACCESS.bit());
        }
    }

    @Test
    void readsCompaniesWithLevelsOfSeveralSchemes() throws IOException {
        Network network =
                whole(
                                bytes("p,a\n"),
                                bytes(
                                        "法人番号,段階,level:cmmc,業種,都道府県,規模\np,★4,2,鉄鋼,愛知県,300\nx,0,,,,\n"))
                        .network();
        int p = network.company("p").orElseThrow();

        assertThat(network.level(p)).isEqualTo(4);
        assertThat(network.asking("cmmc").level(p)).isEqualTo(2);
        assertThat(network.asking("nobody's").level(p)).isZero();
        assertThat(network.industry(p)).contains("鉄鋼");
        assertThat(network.prefecture(p)).contains("愛知県");
        assertThat(network.size(p)).isEqualTo(300);
        assertThat(network.listed(network.company("a").orElseThrow())).isFalse();
        assertThat(network.counts().isolated()).isEqualTo(1);
    }

    @Test
    void everyBadRowIsNamedByLineAndColumn() throws IOException {
        byte[] relations =
                bytes(
                        "purchaser,supplier,weight,required,kind\np,a,-1\n,b\np,\np,c,1,x\np,d,1,3,magic\np,e,1,3,,6\n\"p\",é,nan\n");

        assertThat(refused(relations, null).faults())
                .extracting(fault -> fault.line() + ":" + fault.column())
                .containsExactly("2:5", "3:1", "4:3", "5:7", "6:9", "7:10", "8:7");
        Loaded.Whole whole = (Loaded.Whole) load(relations, null, BadRows.SKIP);
        assertThat(whole.skipped()).isEqualTo(7);
        assertThat(whole.network().relations()).isZero();
    }

    @Test
    void aCompanyListedTwiceAndALevelThatIsNoneAreNamed() throws IOException {
        byte[] companies = bytes("company,level\na,3\na,4\nb,gold\nc,101\n");

        assertThat(refused(bytes("p,a\n"), companies).faults())
                .extracting(fault -> fault.line() + ":" + fault.column())
                .containsExactly("3:1", "4:3", "5:3");
        Loaded.Whole whole = (Loaded.Whole) load(bytes("p,a\n"), companies, BadRows.SKIP);
        assertThat(whole.network().level(whole.network().company("a").orElseThrow())).isEqualTo(3);
    }

    @Test
    void whatIsNoTableIsRefusedEvenWhenRowsMayBeSkipped() throws IOException {
        byte[] cut = gzip(GOOD);
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        new byte[] {'P', 'K', 3, 4, 0, 0},
                        java.util.Arrays.copyOf(cut, cut.length - 12),
                        bytes("p,a\np,\"b\nx,y\n"),
                        bytes("p,\"a\"b\n"),
                        bytes("\n\n"),
                        ("p," + "x".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8))) {
            for (BadRows choice : BadRows.values()) {
                assertThat(load(bytes, null, choice))
                        .isInstanceOfSatisfying(
                                Loaded.Refused.class,
                                refused -> assertThat(refused.faults()).hasSize(1));
            }
        }
        assertThat(NetworkFiles.load(folder.resolve("none"), null, BadRows.SKIP, _ -> {}))
                .isInstanceOf(Loaded.Refused.class);
    }

    @Test
    void whatIsNotUtf8IsSaidToBe() throws IOException {
        byte[] shiftJis = "p,製作所\n".getBytes(Charset.forName("windows-31j"));

        assertThat(refused(shiftJis, null).faults().getFirst().text().en())
                .endsWith("relations:1:3: not UTF-8; save the file as UTF-8");
    }

    @Test
    void onlyTheFirstFaultsAreNamedAndReadingEnds() throws IOException {
        Loaded.Refused refused = refused(bytes("p,a,x\n".repeat(100)), null);

        assertThat(refused.faults()).hasSize(20);
    }

    @Test
    void rowsAcrossTheEdgesOfTheBufferAreWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        int rows = 400_000;
        for (int i = 0; i < rows; i++) {
            text.append("purchaser").append(i % 1000).append(",\"s").append(i).append("\",1\n");
        }
        Network network = whole(bytes(text.toString()), null).network();

        assertThat(network.relations()).isEqualTo(rows);
        assertThat(network.companies()).isEqualTo(rows + 1000);
        assertThat(network.company("s399999")).isPresent();
    }

    @Property(tries = 1000)
    void arbitraryBytesAreJudgedAndNeverThrown(
            @ForAll @Size(max = 200) byte[] bytes, @ForAll BadRows choice) throws IOException {
        judge(bytes, choice);
    }

    @Property(tries = 2000)
    void damagedFilesAreJudgedAndNeverThrown(
            @ForAll boolean zipped,
            @ForAll @IntRange(min = 0, max = 10_000) int at,
            @ForAll byte replacement,
            @ForAll BadRows choice)
            throws IOException {
        byte[] bytes = zipped ? gzip(GOOD) : GOOD.clone();
        bytes[at % bytes.length] = replacement;
        judge(bytes, choice);
    }

    private void judge(byte[] bytes, BadRows choice) throws IOException {
        Path file = Files.createTempFile("fuzz", null);
        Files.write(file, bytes);
        Loaded loaded = NetworkFiles.load(file, null, choice, _ -> {});
        if (loaded instanceof Loaded.Refused refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
        Loaded asCompanies = NetworkFiles.load(file, file, choice, _ -> {});
        assertThat(asCompanies).isNotNull();
        Files.delete(file);
    }

    private Loaded.Whole whole(byte[] relations, byte[] companies) throws IOException {
        return (Loaded.Whole) load(relations, companies, BadRows.STOP);
    }

    private Loaded.Refused refused(byte[] relations, byte[] companies) throws IOException {
        return (Loaded.Refused) load(relations, companies, BadRows.STOP);
    }

    private Loaded load(byte[] relations, byte[] companies, BadRows choice) throws IOException {
        Path e = Files.write(folder.resolve("relations"), relations);
        Path c = companies == null ? null : Files.write(folder.resolve("companies"), companies);
        return NetworkFiles.load(e, c, choice, _ -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
