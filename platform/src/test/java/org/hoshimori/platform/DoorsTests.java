package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hoshimori.platform.Town.Who;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door checks who acts: everybody knocks at every route, and `doors.txt` says who comes in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTests extends PlatformTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Autowired private AutowireCapableBeanFactory beans;

    private final List<Door> doors = Door.table();
    private Town town;

    @BeforeAll
    void settle() {
        town = new Town(Town.Builders.of(beans), visit(), this::signedIn, this::passkey);
    }

    @Test
    void everyRouteHasItsRow() {
        Set<String> there = new TreeSet<>();
        routes.getHandlerMethods().keySet().forEach(info -> there.addAll(routes(info)));
        Set<String> rows = new TreeSet<>();
        doors.forEach(door -> rows.add(door.route()));
        assertThat(rows).isEqualTo(there);
    }

    @Test
    void everybodyComesInWhereTheTableSaysAndNowhereElse() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<String>>> walks =
                    Stream.of(Who.values())
                            .<Callable<List<String>>>map(who -> () -> walk(who))
                            .toList();
            var found = threads.invokeAll(walks);
            for (var walk : found) {
                walk.get();
            }
            assertThat(
                            IntStream.range(0, doors.size())
                                    .mapToObj(row ->
                                            doors.get(row)
                                                    .with(
                                                            found.stream()
                                                                    .map(walk ->
                                                                            walk.resultNow()
                                                                                    .get(row))
                                                                    .toList()))
                                    .collect(Collectors.joining("\n")))
                    .isEqualTo(
                            doors.stream()
                                    .map(door -> door.with(door.outcomes()))
                                    .collect(Collectors.joining("\n")));
        }
    }

    /// At the doors of programs no session counts at all, with a form's token or without.
    @Test
    void noChangeIsMadeWithoutTheTokenOfOurForm() {
        for (Door door : doors) {
            if (door.changes()) {
                for (Who who : List.of(Who.NOBODY, Who.OWNER)) {
                    for (String token : List.of("", town.visit(Who.VIEWER).token())) {
                        assertThat(door.knock(town, who, _ -> token).statusCode())
                                .as("%s by %s with '%s'", door.route(), who, token)
                                .isEqualTo(door.address().startsWith("/api/") ? 401 : 403);
                    }
                }
            }
        }
    }

    @Test
    void theDemosDoorsAreNotHere() {
        for (Who who : List.of(Who.PERSON, Who.OPERATOR)) {
            assertThat(town.visit(who).get("/mailbox").statusCode()).isEqualTo(404);
            assertThat(
                            town.visit(who)
                                    .post(
                                            "/demo/sign-in",
                                            Map.of(
                                                    "account",
                                                    town.actor(Who.OWNER).id().toString()))
                                    .statusCode())
                    .isEqualTo(404);
        }
    }

    private List<String> walk(Who who) {
        return doors.stream()
                .map(door -> Door.outcome(door.knock(town, who, token -> token)))
                .toList();
    }

    static List<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> named = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        (named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named)
                                .stream().map(method -> Door.route(method.name(), pattern)))
                .toList();
    }
}
