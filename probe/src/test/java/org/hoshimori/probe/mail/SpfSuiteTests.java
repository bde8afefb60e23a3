package org.hoshimori.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.fleet.Zone;
import org.hoshimori.probe.fleet.ZoneResolver;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// The test suite of RFC 7208 (openspf.org, release 2014.04), which we did not write; the file is
/// unchanged, and its licence lies beside it.
class SpfSuiteTests {

    @Test
    void everyCaseOfTheOfficialSuiteGivesOneOfItsResults() throws Exception {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        String text =
                new String(
                        SpfSuiteTests.class
                                .getResourceAsStream("/spf/rfc7208-tests.yml")
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
            Map<?, ?> scenario = (Map<?, ?>) document;
            Map<?, ?> tests = (Map<?, ?>) scenario.get("tests");
            Map<?, ?> zone = (Map<?, ?>) scenario.get("zonedata");
            for (Map.Entry<?, ?> entry : tests.entrySet()) {
                cases++;
                String fault = run((Map<?, ?>) entry.getValue(), zone);
                if (!fault.isEmpty()) {
                    wrong.add(entry.getKey() + ": " + fault);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(203);
    }

    private static String run(Map<?, ?> test, Map<?, ?> zonedata) throws Exception {
        Dns dns = new Dns(new ZoneResolver(zone(zonedata)));
        SpfResult result =
                SpfEvaluation.evaluate(
                        dns,
                        InetAddress.ofLiteral((String) test.get("host")),
                        (String) test.get("mailfrom"),
                        (String) test.get("helo"));
        List<?> expected =
                test.get("result") instanceof List<?> many ? many : List.of(test.get("result"));
        String code = result.code().name().toLowerCase(Locale.ROOT);
        if (!expected.contains(code)) {
            return code + " (" + result.reason() + ") instead of " + expected;
        }
        Object words = test.get("explanation");
        if (words != null && !words.equals("DEFAULT") && !words.equals(result.reason())) {
            return "says <" + result.reason() + "> instead of <" + words + ">";
        }
        return "";
    }

    private static Zone zone(Map<?, ?> zonedata) throws Exception {
        Zone zone = new Zone();
        for (Map.Entry<?, ?> entry : zonedata.entrySet()) {
            Name name;
            try {
                name = Name.fromString((String) entry.getKey(), Name.root);
            } catch (org.xbill.DNS.TextParseException e) {
                continue;
            }
            List<?> items = (List<?>) entry.getValue();
            boolean texts =
                    items.stream().anyMatch(i -> i instanceof Map<?, ?> m && m.containsKey("TXT"));
            for (Object item : items) {
                if (item.equals("TIMEOUT")) {
                    zone.ignores(name);
                    continue;
                }
                Map.Entry<?, ?> only = ((Map<?, ?>) item).entrySet().iterator().next();
                String type = (String) only.getKey();
                if (type.equals("SPF")) {
                    if (texts) {
                        continue;
                    }
                    type = "TXT";
                }
                if ("NONE".equals(only.getValue())) {
                    continue;
                }
                zone.add(record(name, type, only.getValue()));
            }
        }
        return zone;
    }

    private static Record record(Name name, String type, Object value) throws Exception {
        return switch (type) {
            case "A" -> new ARecord(name, 1, 60, InetAddress.ofLiteral((String) value));
            case "AAAA" -> new AAAARecord(name, 1, 60, InetAddress.ofLiteral((String) value));
            case "CNAME" ->
                    new CNAMERecord(name, 1, 60, Name.fromString((String) value, Name.root));
            case "PTR" -> new PTRRecord(name, 1, 60, Name.fromString((String) value, Name.root));
            case "MX" -> {
                List<?> pair = (List<?>) value;
                String host = (String) pair.get(1);
                yield new MXRecord(
                        name,
                        1,
                        60,
                        (Integer) pair.get(0),
                        host.isEmpty() ? Name.root : Name.fromString(host, Name.root));
            }
            case "TXT" -> {
                List<?> pieces = value instanceof List<?> many ? many : List.of(value);
                List<byte[]> bytes = new ArrayList<>();
                for (Object piece : pieces) {
                    byte[] raw = ((String) piece).getBytes(StandardCharsets.UTF_8);
                    for (int at = 0; at == 0 || at < raw.length; at += 255) {
                        bytes.add(
                                java.util.Arrays.copyOfRange(
                                        raw, at, Math.min(raw.length, at + 255)));
                    }
                }
                yield TXTRecord.class
                        .getConstructor(Name.class, int.class, long.class, List.class)
                        .newInstance(
                                name,
                                1,
                                60L,
                                bytes.stream()
                                        .map(b ->
                                                new String(b, StandardCharsets.ISO_8859_1)
                                                        .chars()
                                                        .mapToObj(c ->
                                                                c < 0x80 && c != '"' && c != '\\'
                                                                        ? String.valueOf((char) c)
                                                                        : String.format(
                                                                                "\\%03d", c))
                                                        .collect(
                                                                java.util.stream.Collectors
                                                                        .joining()))
                                        .toList());
            }
            default -> throw new IllegalArgumentException(type + " " + Type.value(type));
        };
    }
}
