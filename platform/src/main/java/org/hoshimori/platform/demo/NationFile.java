package org.hoshimori.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads `samples/nation.yaml`, which travels in the jar and is ours: a fault in it is a bug.
final class NationFile {

    private static final Set<String> NOT_A_TURN = Set.of("days_ago", "reason");

    private NationFile() {}

    static Nation read() {
        try (InputStream file =
                Objects.requireNonNull(
                        NationFile.class.getResourceAsStream("/samples/nation.yaml"))) {
            byte[] bytes = file.readAllBytes();
            Map<?, ?> root =
                    map(
                            new Load(LoadSettings.builder().build())
                                    .loadFromString(new String(bytes, StandardCharsets.UTF_8)));
            Map<String, Nation.Person> people = new LinkedHashMap<>();
            maps(root, "people").forEach(one -> people.put(text(one, "id"), person(one)));
            Map<String, Nation.Drawing> scopes = new LinkedHashMap<>();
            map(root.get("scopes"))
                    .forEach((name, one) -> scopes.put((String) name, drawing(map(one))));
            return new Nation(
                    digest(bytes),
                    people,
                    maps(root, "experts").stream().map(NationFile::licence).toList(),
                    maps(root, "doors").stream().map(NationFile::offer).toList(),
                    maps(root, "companies").stream().map(NationFile::company).toList(),
                    scopes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Nation.Person person(Map<?, ?> one) {
        return new Nation.Person(
                text(one, "id"),
                text(one, "name"),
                text(one, "email"),
                Boolean.TRUE.equals(one.get("operator")));
    }

    private static Nation.Licence licence(Map<?, ?> one) {
        return new Nation.Licence(
                text(one, "person"),
                text(one, "kind"),
                text(one, "number"),
                (String) one.get("employer"),
                days(one, "valid_days"),
                days(one, "valid_from_days_ago"));
    }

    private static Nation.Offer offer(Map<?, ?> one) {
        return new Nation.Offer(
                text(one, "person"),
                both(one.get("title")),
                both(one.get("text")),
                text(one, "path"));
    }

    private static Nation.Company company(Map<?, ?> one) {
        Map<String, List<String>> people =
                map(one.get("people")).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> (String) entry.getKey(),
                                        entry ->
                                                entry.getValue() instanceof List<?> roles
                                                        ? roles.stream()
                                                                .map(String.class::cast)
                                                                .toList()
                                                        : List.of((String) entry.getValue()),
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        return new Nation.Company(
                text(one, "id"),
                text(one, "number"),
                text(one, "name"),
                text(one, "kana"),
                text(one, "english"),
                text(one, "prefecture"),
                text(one, "industry"),
                text(one, "size"),
                people,
                maps(one, "officers").stream()
                        .map(chief -> new Nation.Chief(text(chief, "name"), text(chief, "kana")))
                        .toList(),
                text(one, "scope"),
                maps(one, "story").stream().map(NationFile::turn).toList());
    }

    private static Nation.Turn turn(Map<?, ?> one) {
        Map.Entry<?, ?> what =
                one.entrySet().stream()
                        .filter(entry -> !NOT_A_TURN.contains(entry.getKey()))
                        .findFirst()
                        .orElseThrow();
        Object told = what.getValue();
        Object reason = told instanceof Map ? told : one.get("reason");
        return new Nation.Turn(
                (String) what.getKey(),
                told instanceof Map ? "" : String.valueOf(told),
                days(one, "days_ago"),
                reason == null ? null : both(reason));
    }

    private static Nation.Drawing drawing(Map<?, ?> one) {
        return new Nation.Drawing(
                boths(one, "sites"),
                boths(one, "networks"),
                boths(one, "systems"),
                boths(one, "clouds"),
                maps(one, "exclusions").stream()
                        .map(out -> new Nation.Exclusion(both(out), both(out.get("reason"))))
                        .toList());
    }

    private static List<Nation.Both> boths(Map<?, ?> one, String key) {
        return list(one, key).stream().map(NationFile::both).toList();
    }

    private static Nation.Both both(@Nullable Object texts) {
        return new Nation.Both(text(map(texts), "ja"), text(map(texts), "en"));
    }

    private static Duration days(Map<?, ?> one, String key) {
        return Duration.ofDays(((Number) Objects.requireNonNull(one.get(key), key)).longValue());
    }

    private static List<Map<?, ?>> maps(Map<?, ?> one, String key) {
        return list(one, key).stream().<Map<?, ?>>map(NationFile::map).toList();
    }

    private static List<?> list(Map<?, ?> one, String key) {
        return (List<?>) Objects.requireNonNull(one.get(key), key);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static String text(Map<?, ?> one, String key) {
        return (String) Objects.requireNonNull(one.get(key), key);
    }
}
