package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.platform.api.ProgramTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Assessments and scopes as a company's programs handle them.
class AssessmentsApiTests extends ProgramTests {

    @Autowired private Assessments assessments;

    @Test
    void aProgramBeginsAnAssessmentAndReadsItsEvaluation() {
        var begun =
                program.post(
                        "/api/v1/assessments",
                        "{\"scheme\":\"cmmc\",\"edition\":null,\"level\":\"2\"}");
        begun.is(201);
        String address = begun.header("Location");
        assertThat(address).isEqualTo("/api/v1/assessments/" + begun.json().path("id").asString());
        JsonNode found = program.get(address, "Accept-Language", "en").is(200).json();
        var id = AssessmentId.of(begun.json().path("id").asString());
        assertThat(found.path("evaluation"))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        assessments.evaluation(id).json(java.util.Locale.ENGLISH)));
        assertThat(found.path("evaluation").path("status").asString()).isNotEmpty();
        assertThat(assessments.get(id).organisation()).isEqualTo(company);
    }

    @Test
    void aSchemeEditionOrLevelThatIsNotThereIsNamedWithThoseThatAre() {
        refused("{\"scheme\":\"scz\",\"level\":\"3\"}", "#/scheme", "scs");
        refused("{\"scheme\":\"scs\",\"edition\":\"1999\",\"level\":\"3\"}", "#/edition", "2026");
        refused("{\"scheme\":\"scs\",\"level\":\"9\"}", "#/level", "3, 4");
        refused("{\"scheme\":\"scs\"}", "#/level", "必要");
        refused("{\"scheme\":\"scs\",\"level\":\"3\",\"stars\":3}", "#/stars", "edition");
        refused("{\"scheme\":[],\"level\":\"3\"}", "#/scheme", "種類");
        refused("[]", "#", "種類");
        refused("null", "#", "オブジェクト");
        refused("", "#", "種類");
        assertThat(program.get("/api/v1/assessments").json().path("items")).isEmpty();
    }

    private void refused(String json, String pointer, String why) {
        JsonNode error =
                program.post("/api/v1/assessments", json)
                        .is(422, "invalid")
                        .json()
                        .path("errors")
                        .path(0);
        assertThat(error.path("pointer").asString()).as(json).isEqualTo(pointer);
        assertThat(error.path("detail").asString()).as(json).contains(why);
    }

    @Test
    void whatIsNotJsonIsRefusedWithLineAndColumn() {
        JsonNode error =
                program.post("/api/v1/assessments", "{\"scheme\":\"scs\",\n \"level\" 3}")
                        .is(400, "not-json")
                        .json()
                        .path("errors")
                        .path(0);
        assertThat(error.path("line").asInt()).isEqualTo(2);
        assertThat(error.path("column").asInt()).isGreaterThan(8);
        program.post("/api/v1/assessments", "{\"scheme\":\"scs\",\"scheme\":\"scs\"}")
                .is(400, "not-json");
        program.post("/api/v1/assessments", "{\"level\":\"" + "9".repeat(300_000) + "\"}")
                .is(413, "too-large");
        program.csv("/api/v1/assessments", "scheme,level\n").is(415);
    }

    @Test
    void whateverIsSentIsAnsweredWithAProblemAndNeverWithAFaultOfOurs() {
        String address = begun("scs", "3");
        for (String hostile :
                List.of(
                        "[".repeat(5000),
                        "{\"a\":".repeat(2000),
                        "{\"answer\":1e999999999}",
                        "{\"answer\":" + "9".repeat(2000) + "}",
                        "{\"answer\":\"met\",\"note\":\"a\\ud800b\"}",
                        "{\"answer\":\"met\",\"version\":\"'; drop table x; --\"}",
                        "{\"answer\":\"met\",\"at\":\"yesterday\"}",
                        "\ufeff{}",
                        "{} {}")) {
            var answer = program.put(address + "/answers/1-2-1-1", hostile, "If-Match", "*");
            assertThat(answer.status()).as(hostile).isIn(400, 422);
        }
        var bytes =
                program.send(
                        "PUT",
                        address + "/answers/1-2-1-1",
                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"'}),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");
        bytes.is(400, "not-json");
        for (String match : List.of("", "x", "\"", "W/", "*, *", "\"1\"; drop")) {
            assertThat(
                            program.put(
                                            address + "/answers/1-2-1-1",
                                            "{\"answer\":\"met\"}",
                                            "If-Match",
                                            match)
                                    .status())
                    .as(match)
                    .isIn(200, 412);
        }
        assertThat(program.get(address + "/answers/" + "x".repeat(4000)).status()).isEqualTo(404);
    }

    @Test
    void listsAreReadPageByPageNewestFirst() {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(begun("scs", "3"));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = program.get("/api/v1/assessments?limit=2" + after).is(200).json();
            page.path("items")
                    .forEach(item -> seen.add("/api/v1/assessments/" + item.path("id").asString()));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).isEqualTo(begun);
        for (String wrong : List.of("limit=0", "limit=201", "after=" + company)) {
            program.get("/api/v1/assessments?" + wrong).is(400, "bad-parameter");
        }
        program.get("/api/v1/assessments?after=x").is(400);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String address = begun("scs", "3");
        for (String path :
                List.of(
                        "/api/v1/schemes",
                        "/api/v1/organisation",
                        "/api/v1/assessments",
                        address,
                        address + "/scope",
                        address + "/answers",
                        address + "/answers/1-2-1-1")) {
            String tag = reading.get(path).is(200).header("ETag");
            assertThat(tag).as(path).matches("\"[^\"]+\"");
            var again = reading.get(path, "If-None-Match", tag);
            assertThat(again.is(304).http().body()).isEmpty();
        }
        String before = reading.get(address).header("ETag");
        program.put(address + "/answers/1-2-1-1", "{\"answer\":\"met\"}", "If-Match", "\"0\"")
                .is(200);
        reading.get(address, "If-None-Match", before).is(200);
    }

    @Test
    void whatDoesNotExistAnswersLikeWhatIsForeign() {
        var foreign = foreign().get(begun("scs", "3")).is(404);
        var nothing = program.get("/api/v1/assessments/" + company).is(404);
        assertThat(foreign.json().path("detail")).isEqualTo(nothing.json().path("detail"));
        assertThat(program.get(begun("scs", "3") + "/answers/9-9-9-9").status()).isEqualTo(404);
    }

    @Test
    void legalActsNeedAPersonAndTheAnswerSaysWhere() {
        String address = begun("scs", "3");
        for (String act : List.of("declaration", "confirmation", "pledge", "application")) {
            var refused = program.post(address + "/" + act, "{}");
            refused.is(403, "needs-a-person");
            assertThat(refused.json().path("page").asString())
                    .startsWith(home + address.replace("/api/v1", "") + "/");
            foreign().post(address + "/" + act, "{}").is(404);
        }
        assertThat(program.get(address).json().path("stage").asString()).isEqualTo("draft");
    }

    @Test
    void aScopeIsReplacedWholeAndOnlyByWhoHasSeenIt() {
        String scope = begun("scs", "3") + "/scope";
        var empty = program.get(scope).is(200);
        assertThat(empty.json().path("complete").asBoolean()).isFalse();
        String whole =
                """
                {"items":[{"kind":"site","name":"本社","detail":"名古屋"},
                          {"kind":"network","name":"社内LAN"},
                          {"kind":"system","name":"受発注","detail":""}],"english":"Head office."}\
                """;
        program.put(scope, whole).is(428, "needs-if-match");
        var saved = program.put(scope, whole, "If-Match", empty.header("ETag")).is(200);
        assertThat(saved.json().path("complete").asBoolean()).isTrue();
        assertThat(saved.json().path("text").asString()).contains("本社");
        var late = program.put(scope, "{\"items\":[]}", "If-Match", empty.header("ETag"));
        late.is(412, "stale");
        assertThat(late.json().path("current")).isEqualTo(saved.json());
        assertThat(late.header("ETag")).isEqualTo(saved.header("ETag"));
        // What is read can be sent back as it is, and changes nothing.
        var same = program.put(scope, saved.http().body(), "If-Match", saved.header("ETag"));
        assertThat(same.is(200).header("ETag")).isEqualTo(saved.header("ETag"));
        String id = saved.json().path("items").path(0).path("id").asString();
        var moved =
                program.put(
                        scope,
                        """
                        {"items":[{"kind":"cloud","name":"会計"},{"kind":"site","name":"本社","detail":"東京"}]}\
                        """,
                        "If-Match",
                        "*");
        assertThat(moved.is(200).json().path("items").path(1).path("id").asString()).isEqualTo(id);
    }

    @Test
    void everyFaultOfAScopeIsNamed() {
        String scope = begun("scs", "3") + "/scope";
        JsonNode errors =
                program.put(
                                scope,
                                """
                                {"items":[{"kind":"planet","name":" "},{"kind":"site","name":"%s"},null,
                                          {"kind":"site","name":"a\\u0000b"}]}\
                                """
                                        .formatted("x".repeat(501))
                                        .replace("a\\u0000b", "ok"),
                                "If-Match",
                                "*")
                        .is(422, "invalid")
                        .json()
                        .path("errors");
        List<String> pointers = new ArrayList<>();
        errors.forEach(error -> pointers.add(error.path("pointer").asString()));
        assertThat(pointers)
                .containsExactly("#/items/0/kind", "#/items/0/name", "#/items/1/name", "#/items/2");
        program.put(scope, "{\"items\":null}", "If-Match", "*").is(422, "invalid");
        JsonNode nul =
                program.put(
                                scope,
                                "{\"items\":[{\"kind\":\"site\",\"name\":\"a\\u0000b\"}]}",
                                "If-Match",
                                "*")
                        .is(422, "invalid")
                        .json();
        assertThat(nul.path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/items/0/name");
    }

    @Test
    void theSchemesAreThoseOfTheCommand() {
        List<String> names = new ArrayList<>();
        reading.get("/api/v1/schemes")
                .is(200)
                .json()
                .forEach(edition -> names.add(edition.path("scheme").asString()));
        assertThat(names)
                .contains("scs", "cmmc", "cyber-essentials", "essential-eight", "security-action");
    }
}
