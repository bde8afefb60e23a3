package org.hoshimori.probe;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An observation as one line of JSON (docs/reference/probe.md), and back without loss.
public final class ObservationJson {

    /// The version of the form; a reader refuses any other.
    static final int FORM = 1;

    private static final Set<String> KEYS =
            Set.of(
                    "v",
                    "check",
                    "standard",
                    "target",
                    "asset",
                    "time",
                    "ms",
                    "vantage",
                    "outcome",
                    "facts",
                    "reason",
                    "proof");

    private ObservationJson() {}

    /// The line, without its line break.
    public static String write(Observation observation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("v", FORM);
        line.put("check", observation.check());
        line.put("standard", observation.standard());
        line.put("target", observation.target());
        line.put("asset", observation.asset());
        line.put("time", observation.time().toString());
        line.put("ms", observation.millis());
        line.put("vantage", observation.vantage());
        line.put("outcome", observation.outcome().word());
        if (observation.outcome().settled()) {
            line.put("facts", observation.outcome().facts().plain());
        } else {
            line.put("reason", observation.outcome().reason());
        }
        line.put("proof", observation.proof().stream().map(ObservationJson::plain).toList());
        return Json.write(line);
    }

    private static Map<String, Object> plain(Proof proof) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", proof.kind());
        plain.put("label", proof.label());
        if (proof.content().printable()) {
            plain.put("text", proof.content().latin());
        } else {
            plain.put("base64", proof.content().base64());
        }
        if (!proof.whole()) {
            plain.put("cut", true);
        }
        return plain;
    }

    /// Reads one line.
    ///
    /// @throws Malformed naming the field at fault
    public static Observation read(String line) throws Malformed {
        JsonNode node = Json.read(line);
        if (!node.isObject()) {
            throw new Malformed("an observation is a JSON object");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw new Malformed("unknown field \"" + entry.getKey() + "\"");
            }
        }
        if (whole(node, "v") != FORM) {
            throw new Malformed("field v: this reader knows form " + FORM);
        }
        String check = text(node, "check");
        String asset = text(node, "asset");
        if (check.isEmpty() || asset.isEmpty()) {
            throw new Malformed("fields check and asset must not be empty");
        }
        return new Observation(
                check,
                text(node, "standard"),
                text(node, "target"),
                asset,
                time(text(node, "time")),
                whole(node, "ms"),
                text(node, "vantage"),
                outcome(node),
                proofs(field(node, "proof")));
    }

    private static Instant time(String text) throws Malformed {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("field time: not a moment such as 2026-11-27T09:00:00Z");
        }
    }

    private static Outcome outcome(JsonNode node) throws Malformed {
        return switch (text(node, "outcome")) {
            case "seen" -> new Outcome.Seen(facts(field(node, "facts")));
            case "absent" -> new Outcome.Absent(facts(field(node, "facts")));
            case "refused" -> new Outcome.Refused(text(node, "reason"));
            case "timed-out" -> new Outcome.TimedOut(millis(text(node, "reason")));
            case "inconclusive" -> new Outcome.Inconclusive(text(node, "reason"));
            default ->
                    throw new Malformed(
                            "field outcome: one of seen, absent, refused, timed-out, inconclusive");
        };
    }

    private static long millis(String text) throws Malformed {
        if (!text.matches("\\d{1,12} ms")) {
            throw new Malformed("field reason: a time-out says how long, such as \"5000 ms\"");
        }
        return Long.parseLong(text.substring(0, text.length() - 3));
    }

    private static Facts facts(JsonNode node) throws Malformed {
        if (!node.isObject()) {
            throw new Malformed("field facts: an object");
        }
        Facts.Writer facts = Facts.write();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            facts.add(entry.getKey(), fact(entry.getKey(), entry.getValue()));
        }
        return facts.done();
    }

    private static Fact fact(String name, JsonNode value) throws Malformed {
        if (value.isBoolean()) {
            return new Fact.Flag(value.booleanValue());
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return new Fact.Count(value.longValue());
        }
        if (value.isString()) {
            return new Fact.Word(value.stringValue());
        }
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            for (JsonNode item : value) {
                if (!item.isString()) {
                    throw new Malformed("fact " + name + ": a list holds texts only");
                }
                words.add(item.stringValue());
            }
            return new Fact.Words(words);
        }
        throw new Malformed(
                "fact " + name + ": true, false, a whole number, a text or a list of texts");
    }

    private static List<Proof> proofs(JsonNode node) throws Malformed {
        if (!node.isArray()) {
            throw new Malformed("field proof: a list");
        }
        List<Proof> proofs = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isObject()) {
                throw new Malformed("field proof: a list of objects");
            }
            byte[] content =
                    item.has("text")
                            ? text(item, "text").getBytes(StandardCharsets.ISO_8859_1)
                            : base64(text(item, "base64"));
            boolean cut = item.has("cut") && item.get("cut").asBoolean(false);
            proofs.add(
                    new Proof(text(item, "kind"), text(item, "label"), Octets.of(content), !cut));
        }
        return proofs;
    }

    private static byte[] base64(String text) throws Malformed {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("field proof: not base64");
        }
    }

    private static JsonNode field(JsonNode node, String name) throws Malformed {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new Malformed("field " + name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String name) throws Malformed {
        JsonNode value = field(node, name);
        if (!value.isString()) {
            throw new Malformed("field " + name + ": a text");
        }
        return value.stringValue();
    }

    private static long whole(JsonNode node, String name) throws Malformed {
        JsonNode value = field(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Malformed("field " + name + ": a whole number");
        }
        return value.longValue();
    }
}
