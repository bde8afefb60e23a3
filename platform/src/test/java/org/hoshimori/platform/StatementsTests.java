package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hoshimori.platform.Town.Who;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.api.Access;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assurance.Engaged;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/// What a page asks of the database is counted, and does not grow with the rows it shows.
class StatementsTests extends PlatformTests {

    /// The statements of each page, those of the session and of the person included.
    private static final String PAGES =
            """
            NOBODY /                                                      0
            NOBODY /register                                              2
            NOBODY /register?q=試験&sort=name                               2
            NOBODY /api/v1/register/registrations                         3
            NOBODY /register/companies/{number}                           2
            NOBODY /certificates/{certificate}                            2
            NOBODY /schemes/scs                                           0
            NOBODY /schemes/scs/crosswalks                                0
            OWNER /                                                       5
            OWNER /account                                                8
            OWNER /companies                                              7
            OWNER /companies/{company}                                   15
            OWNER /companies/{company}/members                           12
            OWNER /companies/{company}/invitations                        8
            OWNER /companies/{company}/tokens                             9
            OWNER /companies/{company}/trail                             10
            OWNER /companies/{company}/schemes                           10
            OWNER /companies/{company}/plan                              12
            OWNER /companies/{company}/evidence                           9
            OWNER /companies/{company}/certificates                      10
            OWNER /evidence/{evidence}                                   11
            OWNER /evidence/{evidence}/file                               6
            OWNER /assessments/{draft}                                   13
            OWNER /assessments/{of 153 criteria}                         13
            ADVISER /assessments/{draft}                                 14
            OWNER /assessments/{renewal}                                 15
            OWNER /assessments/{draft}/criteria/{criterion}              15
            OWNER /assessments/{draft}/changes?since=0&at={criterion}    10
            OWNER /assessments/{draft}/history                            9
            OWNER /assessments/{draft}/print                             12
            OWNER /assessments/{draft}/edition                            9
            OWNER /assessments/{draft}/scope                              9
            OWNER /assessments/{draft}/duties                            10
            OWNER /assessments/{draft}/advisers                          11
            OWNER /assessments/{draft}/answers.xlsx                       8
            OWNER /assessments/{declared}/declare                        12
            OWNER /assessments/{declared}/expert                         17
            OWNER /assessments/{looking for an expert}/expert            17
            OWNER saves an answer by script                              16
            OWNER saves an answer by a form                              16
            ENGAGED_EXPERT /desk/expert                                  11
            ENGAGED_EXPERT /desk/expert/{declared}                       14
            ENGAGED_EXPERT /desk/expert/{declared}/confirm               41
            OPERATOR /desk/operator                                       8
            OPERATOR /desk/operator/{application}                        17
            OPERATOR /desk/operator/certificates                          6
            OPERATOR what an edition would change                        10
            OPERATOR /desk/operator/experts                               8
            """;

    @Autowired private AutowireCapableBeanFactory beans;

    private Town.Builders by;
    private Town town;
    private OrganisationId company;
    private AssessmentId draft;
    private int saves;

    @Test
    void asksAsMuchForManyRowsAsForOne() {
        by = Town.Builders.of(beans);
        town = new Town(by, visit(), this::signedIn, this::passkey);
        company = new OrganisationId(UUID.fromString(town.thing("company", Who.OWNER)));
        draft = new AssessmentId(UUID.fromString(town.thing("draft", Who.OWNER)));
        var open = by.engaged().declared(town.actor(Who.OWNER), company);
        var whole = by.assessments().begin(town.actor(Who.OWNER), company, "scs", "4");
        // The newest one says what to do next: a draft, before and after the company grows.
        by.assessments().begin(town.actor(Who.OWNER), company, "scs", "3");
        // The first search takes new entries over, and an expert's first look of the hour is noted.
        asked(Who.NOBODY, "/register");
        asked(Who.OWNER, "/account");
        asked(Who.ENGAGED_EXPERT, town.filled("/desk/expert/{declared}", Who.ENGAGED_EXPERT));
        Map<String, List<String>> few = count(whole, open);
        assertThat(table(few)).isEqualTo(PAGES);
        askAtMost();
        Map<String, List<String>> many;
        OrganisationId waiting = grow();
        try {
            many = count(whole, open);
            askAtMost();
        } finally {
            jdbc.sql("delete from certificate.application where organisation = :id")
                    .param("id", waiting.value())
                    .update();
        }
        // The statements themselves tell which one is sent for every row.
        many.values().removeIf(new HashSet<>(few.values())::contains);
        few.keySet().retainAll(many.keySet());
        assertThat(many).isEqualTo(few);
    }

    /// A proof reads some more tiles of the log when the register has grown 256-fold; somebody from
    /// outside is asked about for every assessment that the evidence belongs to, until one fits.
    private void askAtMost() {
        atMost(8, Who.NOBODY, "/register/entries/{entry}");
        atMost(16, Who.NOBODY, "/verify?number={certificate}");
        atMost(25, Who.ADVISER, "/evidence/{evidence}/file");
        atMost(25, Who.ENGAGED_EXPERT, "/evidence/{evidence}/file");
    }

    private void atMost(int statements, Who who, String path) {
        assertThat(asked(who, town.filled(path, who)))
                .as(path)
                .hasSizeLessThanOrEqualTo(statements);
    }

    private static String table(Map<String, List<String>> counted) {
        return counted.entrySet().stream()
                .map(page -> "%-60s %2d%n".formatted(page.getKey(), page.getValue().size()))
                .collect(Collectors.joining());
    }

    private Map<String, List<String>> count(AssessmentId whole, AssessmentId open) {
        var counted = new LinkedHashMap<String, List<String>>();
        get(counted, Who.NOBODY, "/");
        get(counted, Who.NOBODY, "/register");
        get(counted, Who.NOBODY, "/register?q=試験&sort=name");
        get(counted, Who.NOBODY, "/api/v1/register/registrations");
        get(counted, Who.NOBODY, "/register/companies/{number}");
        get(counted, Who.NOBODY, "/certificates/{certificate}");
        get(counted, Who.NOBODY, "/schemes/scs");
        get(counted, Who.NOBODY, "/schemes/scs/crosswalks");
        get(counted, Who.OWNER, "/");
        get(counted, Who.OWNER, "/account");
        get(counted, Who.OWNER, "/companies");
        get(counted, Who.OWNER, "/companies/{company}");
        get(counted, Who.OWNER, "/companies/{company}/members");
        get(counted, Who.OWNER, "/companies/{company}/invitations");
        get(counted, Who.OWNER, "/companies/{company}/tokens");
        get(counted, Who.OWNER, "/companies/{company}/trail");
        get(counted, Who.OWNER, "/companies/{company}/schemes");
        get(counted, Who.OWNER, "/companies/{company}/plan");
        get(counted, Who.OWNER, "/companies/{company}/evidence");
        get(counted, Who.OWNER, "/companies/{company}/certificates");
        get(counted, Who.OWNER, "/evidence/{evidence}");
        get(counted, Who.OWNER, "/evidence/{evidence}/file");
        get(counted, Who.OWNER, "/assessments/{draft}");
        counted.put(
                "OWNER /assessments/{of 153 criteria}", asked(Who.OWNER, "/assessments/" + whole));
        get(counted, Who.ADVISER, "/assessments/{draft}");
        get(counted, Who.OWNER, "/assessments/{renewal}");
        get(counted, Who.OWNER, "/assessments/{draft}/criteria/{criterion}");
        get(counted, Who.OWNER, "/assessments/{draft}/changes?since=0&at={criterion}");
        get(counted, Who.OWNER, "/assessments/{draft}/history");
        get(counted, Who.OWNER, "/assessments/{draft}/print");
        get(counted, Who.OWNER, "/assessments/{draft}/edition");
        get(counted, Who.OWNER, "/assessments/{draft}/scope");
        get(counted, Who.OWNER, "/assessments/{draft}/duties");
        get(counted, Who.OWNER, "/assessments/{draft}/advisers");
        get(counted, Who.OWNER, "/assessments/{draft}/answers.xlsx");
        get(counted, Who.OWNER, "/assessments/{declared}/declare");
        get(counted, Who.OWNER, "/assessments/{declared}/expert");
        counted.put(
                "OWNER /assessments/{looking for an expert}/expert",
                asked(Who.OWNER, "/assessments/" + open + "/expert"));
        counted.put("OWNER saves an answer by script", saved(true));
        counted.put("OWNER saves an answer by a form", saved(false));
        get(counted, Who.ENGAGED_EXPERT, "/desk/expert");
        get(counted, Who.ENGAGED_EXPERT, "/desk/expert/{declared}");
        get(counted, Who.ENGAGED_EXPERT, "/desk/expert/{declared}/confirm");
        get(counted, Who.OPERATOR, "/desk/operator");
        get(counted, Who.OPERATOR, "/desk/operator/{application}");
        get(counted, Who.OPERATOR, "/desk/operator/certificates");
        workOutAnEdition();
        counted.put(
                "OPERATOR what an edition would change",
                asked(Who.OPERATOR, "/desk/operator/editions?from=scs/2026-03-27&to=scs/proposal"));
        get(counted, Who.OPERATOR, "/desk/operator/experts");
        return counted;
    }

    private void get(Map<String, List<String>> counted, Who who, String path) {
        counted.put(who + " " + path, asked(who, town.filled(path, who)));
    }

    /// As long as nobody has asked for the effect, its page has less to tell.
    private void workOutAnEdition() {
        town.visit(Who.OPERATOR)
                .post(
                        "/desk/operator/editions",
                        Map.of("from", "scs/2026-03-27", "to", "scs/proposal"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end
                && !jdbc.sql("select id from assessment.effect_run where ended_at is null")
                        .query()
                        .listOfRows()
                        .isEmpty()) {
            Instance.pause(100);
        }
    }

    private List<String> asked(Who who, String path) {
        Visit visit = town.visit(who);
        var counted = Statements.of(visit, HttpRequest.newBuilder(visit.at(path)).GET());
        assertThat(counted.response().statusCode()).as(path).isEqualTo(200);
        return own(counted.sql());
    }

    private List<String> saved(boolean script) {
        Visit visit = town.visit(Who.OWNER);
        int version = by.assessments().answers(draft).get("1-2-1-1").version();
        var request =
                HttpRequest.newBuilder(visit.at("/assessments/" + draft + "/criteria/1-2-1-1"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", visit.token())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "value=met&note=" + saves++ + "&version=" + version));
        if (script) {
            request.header("HX-Request", "true");
        }
        var counted = Statements.of(visit, request);
        assertThat(counted.response().statusCode()).isEqualTo(script ? 200 : 303);
        return own(counted.sql());
    }

    /// Spring Session looks once more at the end when a page was longer than the server's buffer.
    private static List<String> own(List<String> sql) {
        return sql.size() > 1 && sql.getLast().equals(sql.getFirst())
                ? sql.subList(0, sql.size() - 1)
                : sql;
    }

    /// More of everything that a page lists.
    ///
    /// @return the company whose applications nobody made
    private OrganisationId grow() {
        Engaged world = by.engaged();
        Actor owner = town.actor(Who.OWNER);
        for (int i = 0; i < 29; i++) {
            var added =
                    (Added.Stored)
                            by.room()
                                    .addFile(
                                            owner,
                                            company,
                                            "証跡" + i + ".txt",
                                            new ByteArrayInputStream(
                                                    ("証跡 " + i).getBytes(StandardCharsets.UTF_8)));
            if (i < 10) {
                by.assessments().attach(owner, draft, "1-2-1-1", added.evidence().id());
            }
        }
        for (int i = 0; i < 5; i++) {
            Actor executive = world.person("役員 " + i);
            world.join(owner, company, executive);
            by.organisations().invite(owner, company, "later" + i + "@people.example", Role.EDITOR);
            by.tokens().make(owner, company, "連携 " + i, Access.READ, Duration.ofDays(1));
            Companies.founded(by.organisations(), owner);
            world.expert(300);
            by.assessments().begin(owner, company, "scs", "3");
            var other = world.undeclared();
            jdbc.sql(
                            """
                            insert into organisation.join_request (id, organisation, account, message, at)
                            values (gen_random_uuid(), :company, :account, '', now())
                            """)
                    .param("company", company.value())
                    .param("account", other.owner().id().value())
                    .update();
            world.declare(other.owner(), other.assessment());
            world.engage(other.owner(), other.assessment(), town.actor(Who.ENGAGED_EXPERT));
        }
        List<AssessmentId> further = new ArrayList<>();
        Engaged.Case last = world.undeclared();
        for (int i = 0; i < 20; i++) {
            further.add(by.assessments().begin(last.owner(), last.company(), "scs", "3"));
        }
        for (AssessmentId each : further) {
            jdbc.sql(
                            """
                            insert into certificate.application (id, assessment, organisation, decision, applied_at, applied_by)
                            values (gen_random_uuid(), :assessment, :company, 'waiting', now(), :by)
                            """)
                    .param("assessment", each.value())
                    .param("company", last.company().value())
                    .param("by", last.owner().id().value())
                    .update();
        }
        return last.company();
    }
}
