package org.hoshimori.probe.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of other tools.
class ImportsTests {

    private static List<Observation> read(String text) throws Malformed {
        return Imports.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nmapsOpenPortsBecomeServices() throws Malformed {
        List<Observation> seen =
                read(
                        """
                        <?xml version="1.0"?><!DOCTYPE nmaprun>
                        <nmaprun scanner="nmap" start="1764201600"><host starttime="1764201601"><address addr="127.0.0.1" addrtype="ipv4"/>
                        <hostnames><hostname name="a.test"/></hostnames><ports>
                        <port protocol="tcp" portid="22"><state state="open"/><service name="ssh" product="OpenSSH" version="9.2p1 Debian 2"/></port>
                        <port protocol="tcp" portid="3389"><state state="open"/><service name="ms-wbt-server"/></port>
                        <port protocol="tcp" portid="25"><state state="closed"/></port></ports></host></nmaprun>\
                        """);
        assertThat(seen).extracting(Observation::asset).containsExactly("a.test:22", "a.test:3389");
        assertThat(seen.get(1).outcome().facts().flag("exposed")).isTrue();
        assertThat(seen.get(0).outcome().facts().word("banner"))
                .isEqualTo("OpenSSH_9.2p1 Debian 2");
        assertThat(seen).allMatch(o -> o.vantage().equals("import:nmap"));
    }

    @Test
    void nothingOutsideTheFileIsEverRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
        for (String hostile :
                List.of(
                        "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]><nmaprun><host><address addr=\"127.0.0.1\"/><ports><port portid=\"1\"><state state=\"open\"/><service name=\"&x;\" product=\"&x;\"/></port></ports></host>&x;</nmaprun>",
                        "<!DOCTYPE TestResult [<!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]><TestResult><target>&x;</target><rule-result idref=\"r\"><result>&x;</result></rule-result></TestResult>")) {
            try {
                assertThat(read(hostile).toString()).doesNotContain("TOP-SECRET");
            } catch (Malformed e) {
                assertThat(e.problem()).doesNotContain("TOP-SECRET");
            }
        }
    }

    @Test
    void entitiesDoNotExplode() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE nmaprun [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        assertThatThrownBy(() -> read(bomb + "]><nmaprun>&a39;<x></nmaprun>"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void testsslsProtocolsBecomeVersions() throws Malformed {
        List<Observation> seen =
                read(
                        "[{\"id\":\"SSLv3\",\"ip\":\"a.test/127.0.0.1\",\"port\":\"443\",\"severity\":\"OK\",\"finding\":\"not offered\"},{\"id\":\"TLS1\",\"ip\":\"a.test/127.0.0.1\",\"port\":\"443\",\"severity\":\"LOW\",\"finding\":\"offered (deprecated)\"},{\"id\":\"TLS1_2\",\"ip\":\"a.test/127.0.0.1\",\"port\":\"443\",\"severity\":\"OK\",\"finding\":\"offered\"}]");
        assertThat(seen.getFirst().check()).isEqualTo("tls.versions");
        assertThat(seen.getFirst().outcome().facts().words("offered"))
                .containsExactly("TLS1.0", "TLS1.2");
    }

    @Test
    void billsOfMaterialsGreenboneXccdfAndShodanAreRead() throws Malformed {
        assertThat(
                        read(
                                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"component\":{\"name\":\"app\"}},\"components\":[{\"name\":\"log4j-core\",\"version\":\"2.14\",\"bom-ref\":\"x\"}],\"vulnerabilities\":[{\"id\":\"CVE-2021-44228\",\"analysis\":{\"state\":\"not_affected\"},\"affects\":[{\"ref\":\"x\"}]}]}"))
                .extracting(Observation::check)
                .containsExactly("import.component", "import.vex");
        assertThat(
                        read(
                                "<report><results><result><name>Old TLS</name><host>127.0.0.1</host><port>443/tcp</port><severity>5.0</severity></result></results></report>"))
                .singleElement()
                .satisfies(o -> assertThat(o.asset()).isEqualTo("127.0.0.1:443"));
        assertThat(
                        read(
                                "<TestResult><target>h.test</target><rule-result idref=\"r1\" severity=\"high\"><result>fail</result></rule-result></TestResult>"))
                .singleElement()
                .satisfies(o -> assertThat(o.outcome().facts().word("result")).isEqualTo("fail"));
        assertThat(
                        read(
                                "{\"ip_str\":\"127.0.0.1\",\"port\":22,\"data\":\"SSH-2.0-OpenSSH_9.2\"}\n{\"ip_str\":\"127.0.0.1\",\"port\":80,\"data\":\"\"}"))
                .hasSize(2);
        assertThatThrownBy(() -> read("{\"ip_str\":\"127.0.0.1\",\"port\":22}\n{\"port\":80}"))
                .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedWithAPlace(@ForAll String text) {
        for (String start :
                List.of("", "<nmaprun>", "[{\"id\":", "{\"bomFormat\":\"CycloneDX\",")) {
            try {
                read(start + text);
            } catch (Malformed e) {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
            }
        }
    }

    /// One good file of each kind.
    private static final List<String> GOOD =
            List.of(
                    "<nmaprun start=\"1764201600\"><host><address addr=\"127.0.0.1\" addrtype=\"ipv4\"/><ports><port portid=\"22\"><state state=\"open\"/><service name=\"ssh\" product=\"OpenSSH\" version=\"9.2p1\"/></port></ports></host></nmaprun>",
                    "<report><results><result><name>Old TLS</name><host>127.0.0.1</host><port>443/tcp</port><severity>5.0</severity></result></results></report>",
                    "<TestResult><target>h.test</target><rule-result idref=\"r1\" severity=\"high\"><result>fail</result></rule-result></TestResult>",
                    "[{\"id\":\"TLS1\",\"ip\":\"a.test/127.0.0.1\",\"port\":\"443\",\"finding\":\"offered\"}]",
                    "{\"bomFormat\":\"CycloneDX\",\"metadata\":{\"component\":{\"name\":\"app\"}},\"components\":[{\"name\":\"x\",\"version\":\"2\"}],\"vulnerabilities\":[{\"id\":\"CVE-2021-44228\"}]}",
                    "{\"ip_str\":\"127.0.0.1\",\"port\":22,\"data\":\"SSH-2.0-OpenSSH_9.2\"}\n{\"ip_str\":\"127.0.0.1\",\"port\":80}");

    @Property(tries = 300)
    void aDamagedFileOfAnyKindIsReadOrRefusedWithAPlace(
            @ForAll int where, @ForAll byte with, @ForAll int length) {
        for (String good : GOOD) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            bytes[Math.floorMod(where, bytes.length)] = with;
            byte[] cut = java.util.Arrays.copyOf(bytes, Math.floorMod(length, bytes.length) + 1);
            for (byte[] damaged : List.of(bytes, cut)) {
                try {
                    Imports.read(damaged);
                } catch (Malformed e) {
                    assertThat(e.line()).isPositive();
                    assertThat(e.problem()).isNotBlank();
                }
            }
        }
    }
}
