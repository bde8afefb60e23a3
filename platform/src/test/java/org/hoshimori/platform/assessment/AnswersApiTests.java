package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.platform.api.Program;
import org.hoshimori.platform.api.ProgramTests;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Answers as a company's programs read and write them.
class AnswersApiTests extends ProgramTests {

    private static final String MET = "{\"answer\":\"met\",\"note\":\"台帳がある\"}";

    @Autowired private Assessments assessments;

    @Test
    void anAnswerIsSavedByWhoHasSeenWhatItReplaces() {
        String answer = begun("scs", "3") + "/answers/1-2-1-1";
        var open = program.get(answer).is(200);
        assertThat(open.header("ETag")).isEqualTo("\"0\"");
        assertThat(open.json().path("answer").isNull()).isTrue();
        program.put(answer, MET).is(428, "needs-if-match");
        var saved = program.put(answer, MET, "If-Match", "\"0\"").is(200);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.json().path("by").asString()).isEqualTo("星野 守 [連携]");
        assertThat(program.get(answer).http().body()).isEqualTo(saved.http().body());
        // What is read can be sent back as it is; the same words are no new version.
        assertThat(
                        program.put(answer, saved.http().body(), "If-Match", "\"1\"")
                                .is(200)
                                .header("ETag"))
                .isEqualTo("\"1\"");
        program.put(answer, "{\"answer\":null}", "If-Match", "\"7\", \"1\"").is(200);
        assertThat(program.get(answer).json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void theTrailTellsWhichProgramWrote() {
        String address = begun("scs", "3");
        program.put(address + "/answers/1-2-1-1", MET, "If-Match", "\"0\"").is(200);
        assertThat(
                        jdbc.sql(
                                        "select what || ' ' || (details ->> 'program') from trail.line where subject = :subject order by number")
                                .param(
                                        "subject",
                                        "assessment:"
                                                + address.substring(address.lastIndexOf('/') + 1))
                                .query(String.class)
                                .list())
                .containsExactly("assessment.begun 連携", "answer.saved 連携");
    }

    @Test
    void whoComesTooLateReplacesNothingAndGetsWhatStandsThere() {
        String address = begun("scs", "3");
        String answer = address + "/answers/1-2-1-1";
        program.put(answer, MET, "If-Match", "\"0\"").is(200);
        for (String stale : List.of("\"0\"", "W/\"1\"", "\"9\"")) {
            var late = program.put(answer, "{\"answer\":\"not-met\"}", "If-Match", stale);
            late.is(412, "stale");
            assertThat(late.json().path("current").path("note").asString()).isEqualTo("台帳がある");
            assertThat(late.header("ETag")).isEqualTo("\"1\"");
        }
        program.put(address + "/answers/1-2-1-2", MET, "If-Match", "\"1\"").is(412, "stale");
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from assessment.answer_history
                                        where assessment = :id and cause = 'overtaken' and value = 'not-met'
                                        """)
                                .param("id", id(address).value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
        program.put(answer, "{\"answer\":\"not-met\"}", "If-Match", "*").is(200);
    }

    @Test
    void ofManyWritersAtOnceOneIsFirstAndNoneIsLost() throws Exception {
        String address = begun("scs", "3");
        String answer = address + "/answers/1-2-1-1";
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Program.Reply>> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String mine = "{\"answer\":\"met\",\"note\":\"%d番\"}".formatted(i);
                writers.add(() -> program.put(answer, mine, "If-Match", "\"0\""));
            }
            List<Integer> statuses = new ArrayList<>();
            for (var reply : threads.invokeAll(writers)) {
                statuses.add(reply.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        Set<String> notes =
                new HashSet<>(
                        jdbc.sql(
                                        "select note from assessment.answer_history where assessment = :id")
                                .param("id", id(address).value())
                                .query(String.class)
                                .list());
        assertThat(notes).hasSize(6);
    }

    @Test
    void aFieldThatCannotBeSavedIsNamed() {
        String answer = begun("scs", "3") + "/answers/1-2-1-1";
        for (var each :
                Map.of(
                                "{}",
                                "#/answer",
                                "{\"answer\":\"perhaps\"}",
                                "#/answer",
                                "{\"answer\":\"met\",\"id\":\"1-2-1-2\"}",
                                "#/id",
                                "{\"answer\":\"met\",\"note\":\"" + "x".repeat(4001) + "\"}",
                                "#/note",
                                "{\"answer\":\"met\",\"notes\":\"x\"}",
                                "#/notes",
                                "{\"answer\":\"met\",\"reason\":\"a\\u0000b\"}",
                                "#/reason",
                                "{\"answer\":{\"value\":\"met\"}}",
                                "#/answer")
                        .entrySet()) {
            JsonNode problem =
                    program.put(answer, each.getKey(), "If-Match", "*").is(422, "invalid").json();
            assertThat(problem.path("errors").path(0).path("pointer").asString())
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
        program.put(answer, "{\"answer\":", "If-Match", "*").is(400, "not-json");
        assertThat(program.get(answer).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void aSchemeIsAnsweredInItsOwnWords() {
        String address = begun("security-action", "2");
        String answer = address + "/answers/1";
        var saved = program.put(answer, "{\"answer\":\"partly\"}", "If-Match", "\"0\"").is(200);
        assertThat(saved.json().path("answer").asString()).isEqualTo("partly");
        program.put(answer, "{\"answer\":\"3/4\"}", "If-Match", "*").is(422, "invalid");
    }

    @Test
    void everyCriterionThatIsAskedIsListedPageByPage() {
        String address = begun("scs", "3");
        program.put(address + "/answers/1-2-1-2", MET, "If-Match", "\"0\"").is(200);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = reading.get(address + "/answers?limit=20" + after).is(200).json();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        var assessment = assessments.get(id(address));
        assertThat(seen)
                .isEqualTo(
                        assessments.edition(assessment).criteriaOf("3").stream()
                                .map(criterion -> criterion.id())
                                .toList());
        reading.get(address + "/answers?after=9-9-9-9").is(400, "bad-parameter");
    }

    @Test
    void whatIsDeclaredIsClosedAndSaysItsStage() {
        String address = begun("scs", "3");
        jdbc.sql("update assessment.assessment set stage = 'declared' where id = :id")
                .param("id", id(address).value())
                .update();
        for (var closed :
                List.of(
                        program.put(address + "/answers/1-2-1-1", MET, "If-Match", "*"),
                        program.csv(address + "/answers", "id,answer\n1-2-1-1,met\n"),
                        program.put(address + "/scope", "{\"items\":[]}", "If-Match", "*"))) {
            closed.is(409, "closed");
            assertThat(closed.json().path("stage").asString()).isEqualTo("declared");
        }
    }

    @Test
    void aFileOfAnswersIsShownFirstAndThenTaken() {
        String address = begun("scs", "3");
        String rows =
                "id,answer,detail\n1-2-1-1,met,台帳\n1-2-1-2,not-applicable,該当業務なし\n４-1-3-2,○,\n";
        var shown = program.csv(address + "/answers?dry_run=true", rows).is(200).json();
        assertThat(shown.path("dry_run").asBoolean()).isTrue();
        assertThat(shown.path("changes")).hasSize(3);
        assertThat(shown.path("changes").path(1).path("after").path("reason").asString())
                .isEqualTo("該当業務なし");
        assertThat(shown.path("notices")).isNotEmpty();
        assertThat(assessments.answers(id(address))).isEmpty();
        var taken = program.csv(address + "/answers", rows).is(200).json();
        assertThat(taken.path("changes")).isEqualTo(shown.path("changes"));
        assertThat(assessments.answers(id(address)).get("1-2-1-2").said())
                .isEqualTo(new Said(AnswerValue.NOT_APPLICABLE, "該当業務なし", ""));
        var again = program.csv(address + "/answers", rows).is(200).json();
        assertThat(again.path("changes")).isEmpty();
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
    }

    @Test
    void aFileIsTakenOnlyIfNothingChangedSinceItWasShownWhenTheProgramAsksForThat() {
        String address = begun("scs", "3");
        String rows = "id,answer\n1-2-1-1,met\n";
        int shown =
                program.csv(address + "/answers?dry_run=true", rows)
                        .is(200)
                        .json()
                        .path("version")
                        .asInt();
        program.put(address + "/answers/1-2-1-2", MET, "If-Match", "\"0\"").is(200);
        var late = program.csv(address + "/answers", rows, "If-Match", "\"" + shown + "\"");
        late.is(412, "stale");
        assertThat(assessments.answers(id(address))).containsOnlyKeys("1-2-1-2");
        program.csv(address + "/answers", rows, "If-Match", late.header("ETag")).is(200);
        assertThat(assessments.answers(id(address))).containsOnlyKeys("1-2-1-1", "1-2-1-2");
    }

    @Test
    void aFileWithOneFaultIsRefusedWholeWithLineAndColumn() {
        String address = begun("scs", "3");
        var refused =
                program.csv(
                        address + "/answers",
                        "id,answer\n1-2-1-1,met\n9-9-9-9,met\n1-2-1-2,perhaps\n");
        refused.is(422, "rows-refused");
        JsonNode errors = refused.json().path("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.path(0).path("line").asInt()).isEqualTo(3);
        assertThat(errors.path(0).path("column").asInt()).isEqualTo(1);
        assertThat(errors.path(1).path("line").asInt()).isEqualTo(4);
        assertThat(errors.path(1).path("column").asInt()).isEqualTo(2);
        assertThat(assessments.answers(id(address))).isEmpty();
        program.csv(address + "/answers", "").is(422, "rows-refused");
        program.csv(
                        address + "/answers",
                        "id,answer,detail\n1-2-1-1,met," + "x".repeat(4001) + "\n")
                .is(422, "rows-refused");
        program.put(address + "/answers/1-2-1-1", MET, "If-Match", "\"0\"").is(200);
    }

    @Test
    void aWorkbookIsTakenLikeAFileOfText() {
        String address = begun("scs", "3");
        var assessment = assessments.get(id(address));
        byte[] xlsx =
                AnswerFiles.xlsx(
                        assessments.edition(assessment),
                        "3",
                        Answers.of(
                                Map.of(
                                        "1-2-1-1",
                                        new org.hoshimori.rules.Answer(AnswerValue.MET, "台帳"))));
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var taken =
                program.send(
                        "POST",
                        address + "/answers",
                        BodyPublishers.ofByteArray(xlsx),
                        "Content-Type",
                        type);
        assertThat(taken.is(200).json().path("changes")).hasSize(1);
        program.send(
                        "POST",
                        address + "/answers",
                        BodyPublishers.ofByteArray(new byte[21 * 1024 * 1024]),
                        "Content-Type",
                        type)
                .is(413, "too-large");
        program.send(
                        "POST",
                        address + "/answers",
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "application/json")
                .is(415);
    }

    private static AssessmentId id(String address) {
        return AssessmentId.of(address.substring(address.lastIndexOf('/') + 1));
    }
}
