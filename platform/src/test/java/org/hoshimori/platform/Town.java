package org.hoshimori.platform;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.api.Access;
import org.hoshimori.platform.api.Tokens;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Engaged;
import org.hoshimori.platform.assurance.Experts;
import org.hoshimori.platform.assurance.Pledging;
import org.hoshimori.platform.certificate.Applied;
import org.hoshimori.platform.certificate.Certificates;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.web.Frame;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody who may knock at a door, and everything behind the doors, in every stage: one company
/// with its people, experts and helpers; a foreign one; the operator.
final class Town {

    /// Everybody there is, in the order of the columns of `doors.txt`.
    enum Who {
        NOBODY,
        PERSON,
        OWNER,
        EDITOR,
        EXECUTIVE,
        VIEWER,
        FOREIGN_OWNER,
        FOREIGN_EDITOR,
        FOREIGN_EXECUTIVE,
        FOREIGN_VIEWER,
        ADVISER,
        INVITED_EXPERT,
        ENGAGED_EXPERT,
        OTHER_EXPERT,
        OPERATOR
    }

    /// The doors of the application that a town is built by.
    record Builders(
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Experts experts,
            Assurances assurances,
            Signatures signatures,
            Certificates certificates,
            EvidenceRoom room,
            Tokens tokens,
            JdbcClient jdbc,
            TestClock clock) {

        static Builders of(AutowireCapableBeanFactory beans) {
            return (Builders)
                    beans.autowire(
                            Builders.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        }

        Engaged engaged() {
            return new Engaged(accounts, organisations, assessments, experts, assurances, clock);
        }
    }

    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern DUTY = Pattern.compile("/duties/([0-9-]+)\"");

    private final Builders by;
    private final Engaged engaged;
    private final Map<Who, Actor> people = new EnumMap<>(Who.class);
    private final Map<Who, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Function<Who, String>> things = new HashMap<>();

    /// @param signIn signs somebody in by mail
    /// @param passkey registers a passkey
    Town(
            Builders by,
            Visit nobody,
            Function<String, Visit> signIn,
            Function<Visit, SoftAuthenticator> passkey) {
        this.by = by;
        this.engaged = by.engaged();
        Engaged.Case ours = engaged.undeclared();
        Engaged.Case theirs = engaged.undeclared();
        settle(ours, Who.OWNER, Who.EXECUTIVE, Who.EDITOR, Who.VIEWER);
        settle(
                theirs,
                Who.FOREIGN_OWNER,
                Who.FOREIGN_EXECUTIVE,
                Who.FOREIGN_EDITOR,
                Who.FOREIGN_VIEWER);
        people.put(Who.PERSON, engaged.person("会社 なし"));
        people.put(Who.ADVISER, engaged.person("助言 者"));
        for (Who expert : List.of(Who.INVITED_EXPERT, Who.ENGAGED_EXPERT, Who.OTHER_EXPERT)) {
            people.put(expert, engaged.expert(300));
        }
        people.put(Who.OPERATOR, engaged.operator());
        by.jdbc()
                .sql("update account.account set operator = true where id = :id")
                .param("id", actor(Who.OPERATOR).id().value())
                .update();
        nobody.get("/");
        visits.put(Who.NOBODY, nobody);
        people.entrySet().parallelStream()
                .forEach(one -> visits.put(one.getKey(), signIn.apply(one.getValue().email())));
        build(ours, passkey);
    }

    Visit visit(Who who) {
        return Objects.requireNonNull(visits.get(who));
    }

    Actor actor(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /// What a name in braces stands for when this person says it.
    String thing(String name, Who who) {
        Function<Who, String> thing = things.get(name);
        if (thing == null) {
            throw new AssertionError("the town has no {" + name + "}");
        }
        return thing.apply(who);
    }

    /// A text in which the names in braces are things.
    String filled(String text, Who who) {
        return THING.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(thing(found.group(1), who)));
    }

    private void settle(Engaged.Case one, Who owner, Who executive, Who editor, Who viewer) {
        people.put(owner, one.owner());
        people.put(executive, one.executive());
        for (var more : Map.of(editor, Role.EDITOR, viewer, Role.VIEWER).entrySet()) {
            Actor person = engaged.person(more.getValue() + " 次郎");
            engaged.join(one.owner(), one.company(), person, more.getValue());
            people.put(more.getKey(), person);
        }
    }

    private void build(Engaged.Case ours, Function<Visit, SoftAuthenticator> passkey) {
        Actor owner = ours.owner();
        OrganisationId company = ours.company();
        AssessmentId draft = ours.assessment();
        var added = by.room().addFile(owner, company, "体制図.txt", stream("総務部が担当する。"));
        var evidence = ((Added.Stored) added).evidence().id();
        by.assessments().attach(owner, draft, "1-2-1-1", evidence);
        AssessmentId declared = engaged.complete(owner, company);
        by.assessments().attach(owner, declared, "1-2-1-1", evidence);
        engaged.declare(owner, declared);
        engaged.engage(owner, declared, actor(Who.ENGAGED_EXPERT));
        AssessmentId invited = engaged.declared(owner, company);
        invite(invited, Who.INVITED_EXPERT);
        // So that nobody who tries to declare it succeeds.
        by.assessments().save(owner, draft, engaged.criteria(draft).getLast(), Said.NOTHING, 1);
        thing("company", company);
        thing("number", by.organisations().get(company).number());
        thing("draft", draft);
        things.put("declared", who -> (who == Who.INVITED_EXPERT ? invited : declared).toString());
        thing("evidence", evidence);
        thing("scheme", "scs");
        thing("criterion", "1-2-1-1");
        things.put("own-criterion", who -> engaged.criteria(draft).get(who.ordinal()));
        thing("today", LocalDate.ofInstant(by.clock().instant(), Frame.ZONE));
        thing("nothing", UUID.randomUUID());
        thing("act", "pledge");
        thing(
                "token",
                by.tokens()
                        .make(owner, company, "在庫連携", Access.READ, Duration.ofDays(30))
                        .token()
                        .id());
        sign(ours, passkey);
        spare(ours);
        invitations(ours, draft, declared);
        String duties = visit(Who.OWNER).get("/assessments/" + draft + "/duties").body();
        var duty = DUTY.matcher(duties);
        if (!duty.find()) {
            throw new AssertionError("no duty to do");
        }
        thing("duty", duty.group(1));
        thing(
                "scope-item",
                by.jdbc()
                        .sql("select id from assessment.scope_item where assessment = :id limit 1")
                        .param("id", declared.value())
                        .query(UUID.class)
                        .single());
    }

    /// A registered certificate, and statements that wait for a signature.
    private void sign(Engaged.Case ours, Function<Visit, SoftAuthenticator> passkey) {
        Map<Actor, SoftAuthenticator> keys = new HashMap<>();
        BiFunction<Actor, String, String> signed =
                (actor, options) -> Objects.requireNonNull(keys.get(actor)).get(options);
        keys.put(actor(Who.ENGAGED_EXPERT), passkey.apply(visit(Who.ENGAGED_EXPERT)));
        keys.put(ours.executive(), passkey.apply(visit(Who.EXECUTIVE)));
        passkey.apply(visit(Who.OWNER));
        var pledging =
                new Pledging(
                        by.accounts(),
                        by.organisations(),
                        by.assessments(),
                        by.experts(),
                        by.assurances(),
                        by.signatures(),
                        by.clock(),
                        signed);
        Actor expert = actor(Who.ENGAGED_EXPERT);
        AssessmentId confirmed = engaged.declared(ours.owner(), ours.company());
        AssessmentId registered = engaged.declared(ours.owner(), ours.company());
        for (AssessmentId id : List.of(confirmed, registered)) {
            engaged.engage(ours.owner(), id, expert);
            pledging.confirm(expert, id);
        }
        pledging.pledge(ours.executive(), registered);
        var applied = (Applied.Received) by.certificates().apply(ours.owner(), registered);
        by.certificates().register(actor(Who.OPERATOR), applied.application());
        var certificate = by.certificates().of(registered).orElseThrow();
        thing("confirmed", confirmed);
        thing("registered", registered);
        thing("renewal", by.assessments().renew(ours.owner(), registered));
        thing("application", applied.application());
        thing("certificate", certificate.number());
        thing("entry", certificate.entry());
        thing("tile", "0/000.p/1");
        thing("purpose", "suspension");
        thing("block", 1);
        thing("declaration", 1);
        thing(
                "pledge",
                Pledging.ready(by.assurances().preparePledge(ours.executive(), confirmed, "代表取締役"))
                        .id());
        var declared = new AssessmentId(UUID.fromString(thing("declared", Who.ENGAGED_EXPERT)));
        engaged.reviewAll(expert, declared);
        thing(
                "confirmation",
                Pledging.ready(by.assurances().prepareConfirmation(expert, declared)).id());
        thing("claim", id("select id from assurance.qualification where account = :id", expert));
        thing(
                "passkey",
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                by.jdbc()
                                        .sql(
                                                "select credential_id from account.passkey where account = :id")
                                        .param("id", ours.owner().id().value())
                                        .query(byte[].class)
                                        .single()));
    }

    /// One engagement for each who may end one.
    private void spare(Engaged.Case ours) {
        Map<Who, AssessmentId> spare = new EnumMap<>(Who.class);
        for (Who who : List.of(Who.OWNER, Who.EDITOR, Who.INVITED_EXPERT)) {
            spare.put(who, engaged.declared(ours.owner(), ours.company()));
            invite(Objects.requireNonNull(spare.get(who)), Who.INVITED_EXPERT);
        }
        AssessmentId accepted = engaged.declared(ours.owner(), ours.company());
        engaged.engage(ours.owner(), accepted, actor(Who.ENGAGED_EXPERT));
        spare.put(Who.ENGAGED_EXPERT, accepted);
        things.put("engagement", who -> spare.getOrDefault(who, spare.get(Who.OWNER)).toString());
    }

    private void invite(AssessmentId id, Who expert) {
        by.assurances().invite(actor(Who.OWNER), id, actor(expert).email(), "");
    }

    private void invitations(Engaged.Case ours, AssessmentId... advised) {
        for (AssessmentId id : advised) {
            String path = adviser(id, actor(Who.ADVISER).email());
            visit(Who.ADVISER).post(path, Map.of("employer", "支援社"));
            thing("advice", path.substring(path.lastIndexOf('/') + 1));
        }
        String waiting = adviser(advised[0], "waiting@people.example");
        thing("waiting-advice", waiting.substring(waiting.lastIndexOf('/') + 1));
        Account viewer = by.accounts().find(actor(Who.VIEWER).id()).orElseThrow();
        thing("member", actor(Who.OWNER).id());
        String used =
                by.organisations()
                        .invite(ours.owner(), ours.company(), viewer.email(), Role.VIEWER);
        by.organisations()
                .accept(actor(Who.VIEWER), used.substring("/invitations/".length()), true);
        thing("used-link", used.substring("/invitations/".length()));
        by.organisations()
                .invite(ours.owner(), ours.company(), "later@people.example", Role.VIEWER);
        thing(
                "invitation",
                id(
                        """
                        select id from organisation.invitation
                        where invited_by = :id and email = 'later@people.example'
                        """,
                        ours.owner()));
        Actor asking = engaged.person("入社 希望");
        by.jdbc()
                .sql(
                        """
                        insert into organisation.join_request (id, organisation, account, message, at)
                        values (gen_random_uuid(), :company, :account, '', now())
                        """)
                .param("company", ours.company().value())
                .param("account", asking.id().value())
                .update();
        thing(
                "request",
                id("select id from organisation.join_request where account = :id", asking));
    }

    /// @return the path of an adviser's invitation
    private String adviser(AssessmentId id, String email) {
        var answer =
                visit(Who.OWNER).post("/assessments/" + id + "/advisers", Map.of("email", email));
        String location = answer.headers().firstValue("Location").orElseThrow();
        return "/assessments/invitations/" + location.substring(location.indexOf('=') + 1);
    }

    private void thing(String name, Object value) {
        things.put(name, _ -> value.toString());
    }

    private UUID id(String sql, Actor whose) {
        return by.jdbc().sql(sql).param("id", whose.id().value()).query(UUID.class).single();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
