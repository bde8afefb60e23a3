package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.platform.Town.Who;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Whatever somebody types anywhere: nothing breaks, nothing runs, and it is shown as it was typed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputTests extends PlatformTests {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String TYPED = SCRIPT + "\"'><img src=x onerror=alert(1)>";

    /// What reaches the database, the templates, the headers and the addresses of redirects.
    private static final List<String> TEXTS =
            List.of(
                    "'; drop table x; --\r\nSet-Cookie: evil=1\r\n\r\n{x}${7*7}#{1}%00%0d%0a",
                    "a\u0000b",
                    "\u202e\uffff\ufffe\ud83d\ude00".repeat(700),
                    "-99999999999999999999");

    private static final List<Who> KNOCKING =
            List.of(Who.OWNER, Who.EXECUTIVE, Who.ENGAGED_EXPERT, Who.OPERATOR, Who.NOBODY);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Autowired private AutowireCapableBeanFactory beans;

    /// A picture of the certificate takes longest to make, and shows nothing that its page does
    /// not.
    private final List<Door> doors =
            Door.table().stream().filter(door -> !door.address().endsWith(".pdf")).toList();

    private Town town;

    @BeforeAll
    void settle() {
        town = new Town(Town.Builders.of(beans), visit(), this::signedIn, this::passkey);
    }

    @Test
    @Order(2)
    void anyTextInAnyFieldOfAnyRouteIsAnswered() {
        Map<String, HandlerMethod> handlers = handlers();
        List<String> broken = new ArrayList<>();
        for (Door door : doors) {
            Optional<Who> who =
                    KNOCKING.stream()
                            .filter(each -> door.outcomes().get(each.ordinal()).equals("ok"))
                            .findFirst();
            if (who.isEmpty()) {
                continue;
            }
            List<String> fields = fields(handlers.get(door.route()));
            for (String text : TEXTS) {
                HttpResponse<String> answer = sent(door, who.get(), fields, text);
                if (answer.statusCode() >= 500) {
                    broken.add(
                            answer.statusCode()
                                    + " "
                                    + door.route()
                                    + " "
                                    + fields
                                    + " "
                                    + name(text));
                }
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(door.route())
                        .noneMatch(cookie -> cookie.contains("evil"));
            }
            String odd = door.address().replaceAll("\\{[a-z-]+}", "%7Bx%7D");
            if (!odd.equals(door.address())) {
                HttpResponse<String> answer = sent(door.at(odd), who.get(), List.of(), "");
                if (answer.statusCode() >= 500) {
                    broken.add(answer.statusCode() + " " + door.method() + " " + odd);
                }
            }
        }
        assertThat(broken).isEmpty();
        HttpResponse<String> unreadable =
                new Door("POST", "/verify", List.of(), "@" + "a".repeat(600) + " x")
                        .knock(town, Who.NOBODY, token -> token);
        assertThat(unreadable.statusCode()).isEqualTo(413);
        assertThat(unreadable.body()).contains("<html lang=\"ja\"");
    }

    @Test
    @Order(1)
    void whatSomebodyTypedIsShownAndNeverRuns() {
        type();
        int shown = 0;
        for (Door door : doors) {
            for (Who who : KNOCKING) {
                if (door.changes() || !door.outcomes().get(who.ordinal()).equals("ok")) {
                    continue;
                }
                HttpResponse<String> page = door.knock(town, who, token -> token);
                String kind = page.headers().firstValue("Content-Type").orElse("");
                if (kind.startsWith("text/html")) {
                    assertThat(page.body())
                            .as("%s for %s", door.route(), who)
                            .doesNotContain(SCRIPT, "<img src=x");
                    shown += page.body().contains("&lt;script>alert(1)") ? 1 : 0;
                    shown += page.body().contains("&lt;script&gt;alert(1)") ? 1 : 0;
                }
            }
        }
        // Else the fields have other names by now, and this test proves nothing.
        assertThat(shown).isGreaterThan(15);
        assertThat(
                        jdbc.sql("select html from notice.letter where html like '%alert(1)%'")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .allSatisfy(html -> assertThat(html).doesNotContain(SCRIPT, "<img src=x"));
    }

    /// Types it into everything that is shown again.
    private void type() {
        post(Who.OWNER, "/account", Map.of("name", TYPED, "nameKana", TYPED, "language", "ja"));
        post(
                Who.OWNER,
                "/companies/{company}/facts",
                Map.of(
                        "name", TYPED,
                        "kana", "シケン",
                        "englishName", TYPED,
                        "prefecture", "23",
                        "industry", "E",
                        "size", "21-50",
                        "website", "https://example.jp/",
                        "officers", TYPED + "、シケン"));
        String number = town.thing("number", Who.OWNER);
        post(Who.PERSON, "/account", Map.of("name", TYPED, "language", "ja"));
        post(Who.PERSON, "/companies/join", Map.of("number", number, "message", TYPED));
        post(
                Who.OWNER,
                "/companies/{company}/evidence",
                Map.of(
                        "statementTitle",
                        TYPED,
                        "statement",
                        TYPED,
                        "linkTitle",
                        TYPED,
                        "link",
                        "https://example.jp/"));
        post(
                Who.OWNER,
                "/assessments/{draft}/scope/items",
                Map.of("kind", "site", "name", TYPED, "detail", TYPED));
        post(Who.OWNER, "/assessments/{draft}/scope/english", Map.of("english", TYPED));
        post(
                Who.OWNER,
                "/assessments/{draft}/criteria/{criterion}",
                Map.of("value", "met", "reason", TYPED, "note", TYPED, "version", "1"));
        post(
                Who.OWNER,
                "/assessments/{draft}/duties/{duty}",
                Map.of("day", town.thing("today", Who.OWNER), "note", TYPED));
        post(
                Who.ENGAGED_EXPERT,
                "/desk/expert/profile",
                Map.of("employer", "", "listed", "true", "introduction", TYPED));
        post(
                Who.ENGAGED_EXPERT,
                "/desk/expert/{declared}/criteria/{criterion}",
                Map.of("mark", "question", "comment", TYPED));
        post(Who.ENGAGED_EXPERT, "/desk/expert/{engagement}/decline", Map.of("reason", TYPED));
        post(Who.OWNER, "/assessments/{confirmed}/expert/withdraw", Map.of("reason", TYPED));
        post(
                Who.OPERATOR,
                "/desk/operator/certificates/{certificate}",
                Map.of("act", "suspend", "reason", TYPED));
    }

    private void post(Who who, String path, Map<String, String> fields) {
        Visit visit = town.visit(who);
        HttpResponse<String> answer = visit.post(town.filled(path, who), fields);
        assertThat(answer.statusCode()).as(path).isIn(200, 302, 303);
    }

    /// Sends the row's own body, and a text in every other field that the route knows.
    private HttpResponse<String> sent(Door door, Who who, List<String> fields, String text) {
        Map<String, String> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field, text));
        if (door.body().startsWith("@")) {
            // Braces are the table's own.
            String content = text.replaceAll("[{}]", "");
            return door.sending("@" + content.replaceAll("[\r\n\" ]", "_") + ".csv " + content)
                    .knock(town, who, token -> token);
        }
        Stream.of(door.body().split("&"))
                .filter(pair -> pair.contains("="))
                .forEach(pair ->
                        all.put(pair.split("=", 2)[0], town.filled(pair.split("=", 2)[1], who)));
        if (door.changes()) {
            return town.visit(who).post(town.filled(door.address(), who), all);
        }
        String query =
                all.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue()
                                                        .substring(
                                                                0,
                                                                Math.min(
                                                                        200,
                                                                        field.getValue().length())),
                                                StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        String address = town.filled(door.address(), who).replaceFirst("\\?.*", "");
        Visit visit = town.visit(who);
        return visit.send(
                HttpRequest.newBuilder(visit.at(query.isEmpty() ? address : address + "?" + query))
                        .GET());
    }

    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new LinkedHashMap<>();
        routes.getHandlerMethods()
                .forEach((info, handler) ->
                        DoorsTests.routes(info).forEach(route -> handlers.put(route, handler)));
        return handlers;
    }

    /// The names of everything a route reads from a form or from the address.
    private static List<String> fields(HandlerMethod handler) {
        List<String> fields = new ArrayList<>(List.of("lang"));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(
                    new org.springframework.core.DefaultParameterNameDiscoverer());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                fields.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            } else if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    private static String name(String text) {
        return text.substring(0, Math.min(20, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
