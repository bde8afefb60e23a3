package org.hoshimori.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTests extends PlatformTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void theDescriptionOfTheApiIsOpenToAllAndNamesEveryRouteWithItsMethodAndNoOther() {
        var response = visit().get("/api/v1/openapi.json");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode document = new JsonMapper().readTree(response.body());
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, operations) ->
                        operations
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api/"))
                                .map(pattern ->
                                        pattern.replaceAll("\\{(\\w+):[^/]*?\\}+(?=/|$)", "{$1}"))
                                .forEach(pattern ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        served.add(method + " " + pattern))));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void errorsOfTheApiAreProblemDocuments() {
        var response = visit().get("/api/v1/register/entries/999999999");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(new JsonMapper().readTree(response.body()).path("status").asInt())
                .isEqualTo(404);
    }
}
