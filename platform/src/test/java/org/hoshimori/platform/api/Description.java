package org.hoshimori.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API, held against what the server really answers: a status that is not
/// described, another media type, a field too many or too few is a fault.
public final class Description {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Description OURS = new Description();

    private final ObjectNode document;
    private final Map<String, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

    private Description() {
        try (InputStream file =
                Description.class.getResourceAsStream("/static/api/v1/openapi.json")) {
            document = (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close(document.path("components").path("schemas"));
    }

    /// Clients must bear fields they do not know; our description must know all of them.
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(Description::close);
    }

    static void check(String method, HttpResponse<String> response) {
        OURS.holds(method, response);
    }

    private void holds(String method, HttpResponse<String> response) {
        String path = response.uri().getRawPath();
        JsonNode operation = operation(method, path);
        String status = Integer.toString(response.statusCode());
        String what = method + " " + path + " " + status + " " + response.body();
        assertThat(operation.path("responses").propertyNames()).as(what).contains(status);
        JsonNode described = resolved(operation.path("responses").path(status));
        String type =
                response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (described.path("content").isMissingNode()) {
            assertThat(response.body()).as(what).isEmpty();
            return;
        }
        assertThat(described.path("content").propertyNames()).as(what).contains(type);
        assertThat(
                        schema(described.path("content").path(type).path("schema"))
                                .validate(response.body(), InputFormat.JSON)
                                .stream()
                                .map(error ->
                                        error.getInstanceLocation() + " " + error.getMessage())
                                .toList())
                .as(what)
                .isEmpty();
    }

    /// Of the paths that fit, the one with the fewest holes.
    private JsonNode operation(String method, String path) {
        String template =
                document.path("paths").propertyNames().stream()
                        .filter(each -> pattern(each).matcher(path).matches())
                        .min(
                                java.util.Comparator.comparingLong(
                                        each -> each.chars().filter(c -> c == '{').count()))
                        .orElseThrow(() -> new AssertionError("not described: " + path));
        JsonNode operation =
                document.path("paths")
                        .path(template)
                        .path(method.toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.isObject()).as(method + " " + template).isTrue();
        return operation;
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                java.util.Arrays.stream(template.split("(?=\\{)|(?<=})"))
                        .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                        .collect(Collectors.joining()));
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    private com.networknt.schema.Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(
                schema.toString(),
                _ -> {
                    ObjectNode root = JSON.createObjectNode();
                    root.set("components", document.path("components"));
                    ArrayNode all = root.putArray("allOf");
                    all.add(schema);
                    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(root.toString(), InputFormat.JSON);
                });
    }
}
