package org.hoshimori.probe.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// All suites that were ever registered, by code point.
final class Suites {

    private static final Pattern COMMON =
            Pattern.compile("TLS_(ECDHE_|DHE_)?(RSA|ECDSA)_WITH_(AES|CHACHA|3DES).*");

    private static final Map<Integer, Suite> ALL = load();
    private static final List<Integer> MODERN = listModern();
    private static final List<Integer> OLDER = listOlder();

    private Suites() {}

    private static Map<Integer, Suite> load() {
        Map<Integer, Suite> all = new TreeMap<>();
        try (InputStream in = Suites.class.getResourceAsStream("suites.txt")) {
            String text =
                    new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            StandardCharsets.US_ASCII);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int code = Integer.parseInt(line.substring(0, 4), 16);
                        all.put(code, new Suite(code, line.substring(5)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static Suite of(int code) {
        Suite known = ALL.get(code);
        return known == null ? new Suite(code, String.format("0x%04X", code)) : known;
    }

    /// Those of TLS 1.3.
    static List<Integer> modern() {
        return MODERN;
    }

    /// Those of every version before: the common ones first, for servers that read only so many.
    static List<Integer> older() {
        return OLDER;
    }

    private static List<Integer> listModern() {
        return ALL.values().stream()
                .filter(suite -> suite.modern() || suite.code() == 0xC6 || suite.code() == 0xC7)
                .map(Suite::code)
                .toList();
    }

    private static List<Integer> listOlder() {
        List<Integer> common = new ArrayList<>();
        List<Integer> rare = new ArrayList<>();
        for (Suite suite : ALL.values()) {
            if (!suite.modern()) {
                (COMMON.matcher(suite.name()).matches() ? common : rare).add(suite.code());
            }
        }
        common.addAll(rare);
        return List.copyOf(common);
    }
}
