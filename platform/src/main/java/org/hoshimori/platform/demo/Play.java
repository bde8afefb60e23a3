package org.hoshimori.platform.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Declared;
import org.hoshimori.platform.organisation.CorporateNumber;
import org.hoshimori.platform.organisation.Founding;
import org.hoshimori.platform.organisation.NewOrganisation;
import org.hoshimori.platform.organisation.Officer;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Profile;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.organisation.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Plays the sample nation through the product's own doors, once, right after the first start. A
/// step is one transaction, and the next start goes on after the last one: neither a kill nor a
/// Ctrl+C in the middle leaves a half nation.
@Component
@org.springframework.context.annotation.Profile("demo")
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);

    /// How long before its turn a company began.
    private static final Duration PREPARING = Duration.ofDays(21);

    /// One thing to play, in the order of time.
    private record Scene(Duration ago, Nation.Company company, Nation.Turn turn) {}

    private final Nation nation = NationFile.read();
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, OrganisationId> companies = new HashMap<>();
    private final Map<String, AssessmentId> newest = new HashMap<>();
    private final Troupe troupe;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Answering answering;
    private final Assurer assurer;
    private final Registrar registrar;
    private final Players players;
    private final SampleClock clock;
    private final TransactionTemplate transaction;
    private final Progress progress;

    /// The next step, of all that the nation has.
    private int step;

    /// Steps that were played, now or before.
    private int played;

    private boolean leaving;

    Play(
            Troupe troupe,
            Organisations organisations,
            Assessments assessments,
            Answering answering,
            Assurer assurer,
            Registrar registrar,
            Players players,
            SampleClock clock,
            TransactionTemplate transaction,
            Progress progress) {
        this.troupe = troupe;
        this.organisations = organisations;
        this.assessments = assessments;
        this.answering = answering;
        this.assurer = assurer;
        this.registrar = registrar;
        this.players = players;
        this.clock = clock;
        this.transaction = transaction;
        this.progress = progress;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        try {
            enter();
        } catch (Leaving e) {
            LOG.info("the sample nation is played on at the next start");
        }
    }

    private void enter() {
        unlessLeaving(() ->
                transaction.executeWithoutResult(status ->
                        nation.people()
                                .forEach((id, person) -> people.put(id, troupe.actor(person)))));
        played = progress.steps(nation);
        nation.companies().stream().filter(this::known).forEach(this::find);
        // A folder of before steps were counted, or of another version's nation, stays as it is.
        if (played > 0 || companies.isEmpty()) {
            int before = played;
            perform();
            if (played > before) {
                LOG.info("sample nation played, {} steps", played - before);
            }
        }
        players.enter(nation.offers().stream().map(this::cast).toList());
    }

    private void perform() {
        nation.experts()
                .forEach(licence ->
                        at(
                                licence.since(),
                                () ->
                                        assurer.qualify(
                                                actor(licence.person()), licence, operator())));
        List<Scene> scenes = new ArrayList<>();
        for (Nation.Company company : nation.companies()) {
            Duration first =
                    company.story().isEmpty()
                            ? Duration.ofDays(30)
                            : company.story().getFirst().ago();
            at(first.plus(PREPARING).plusDays(7), () -> found(company));
            company.story().forEach(turn -> scenes.add(new Scene(turn.ago(), company, turn)));
        }
        scenes.sort(Comparator.comparing(Scene::ago).reversed());
        scenes.forEach(this::perform);
    }

    private void perform(Scene scene) {
        Nation.Company company = scene.company();
        Actor owner = person(company, "owner");
        Duration ago = scene.ago();
        String with = scene.turn().with();
        String reason = scene.turn().reason() == null ? "" : scene.turn().reason().ja();
        switch (scene.turn().what()) {
            case "draft" -> at(ago, () -> begin(company, owner, Integer.parseInt(with), false));
            case "declared" -> declare(scene, owner);
            case "returned" -> {
                declare(scene, owner);
                at(ago, () -> assurer.giveBack(actor(with), newest(company)));
            }
            case "confirmed" -> confirm(scene, owner);
            case "applied" -> apply(scene, owner);
            case "refused" -> {
                apply(scene, owner);
                at(ago, () -> registrar.refuse(operator(), newest(company), reason));
            }
            case "registered", "renewed" -> {
                apply(scene, owner);
                at(ago, () -> registrar.register(operator(), newest(company)));
            }
            case "suspended" ->
                    at(
                            ago,
                            () ->
                                    registrar.suspend(
                                            operator(), of(companies, company.id()), reason));
            case "withdrawn" ->
                    at(ago, () -> registrar.withdraw(owner, of(companies, company.id()), reason));
            case "reinstated" ->
                    at(
                            ago,
                            () ->
                                    registrar.reinstate(
                                            operator(), of(companies, company.id()), reason));
            default -> throw new IllegalStateException("no such turn: " + scene.turn());
        }
    }

    private AssessmentId newest(Nation.Company company) {
        return of(newest, company.id());
    }

    private void apply(Scene scene, Actor owner) {
        confirm(scene, owner);
        at(
                scene.ago(),
                () ->
                        assurer.pledge(
                                person(scene.company(), "executive"), newest(scene.company())));
        at(scene.ago(), () -> registrar.apply(owner, newest(scene.company())));
    }

    private void confirm(Scene scene, Actor owner) {
        declare(scene, owner);
        at(scene.ago(), () -> assurer.confirm(actor(scene.turn().with()), newest(scene.company())));
    }

    private void begin(Nation.Company company, Actor owner, int count, boolean complete) {
        AssessmentId last = newest.get(company.id());
        AssessmentId id =
                last == null
                        ? assessments.begin(owner, of(companies, company.id()), "scs", "3")
                        : assessments.renew(owner, last);
        newest.put(company.id(), id);
        if (last == null) {
            answering.draw(owner, id, of(nation.scopes(), company.scope()));
        }
        answering.answer(owner, id, count, complete);
    }

    private void declare(Scene scene, Actor owner) {
        Nation.Company company = scene.company();
        Actor expert = actor(scene.turn().with());
        at(scene.ago().plus(PREPARING), () -> begin(company, owner, Integer.MAX_VALUE, true));
        AssessmentId id = newest(company);
        at(
                scene.ago().plusDays(3),
                () -> Assurer.expect(Declared.Done.class, assessments.declare(owner, id)));
        at(scene.ago().plusDays(2), () -> assurer.invite(owner, id, expert));
        at(scene.ago().plusDays(1), () -> assurer.accept(expert, id));
    }

    private void found(Nation.Company company) {
        Actor owner = person(company, "owner");
        var profile =
                new Profile(
                        company.name(),
                        company.kana(),
                        Optional.of(company.english()),
                        company.prefecture(),
                        company.industry(),
                        Size.valueOf(company.size().toUpperCase(Locale.ROOT).replace('-', '_')),
                        Optional.empty());
        List<Officer> officers =
                company.officers().stream()
                        .map(chief -> new Officer(chief.name(), chief.kana()))
                        .toList();
        Founding founding =
                organisations.create(
                        owner,
                        new NewOrganisation(
                                new CorporateNumber(company.number()),
                                profile,
                                officers,
                                roles(company, owner).contains(Role.EXECUTIVE)));
        if (!(founding instanceof Founding.Founded(OrganisationId id))) {
            throw new IllegalStateException(
                    "the sample's company is there already: " + company.name());
        }
        companies.put(company.id(), id);
        company.people()
                .keySet()
                .forEach(person -> {
                    Actor member = actor(person);
                    if (!member.equals(owner)) {
                        join(owner, id, member, roles(company, member));
                    }
                });
    }

    private void join(Actor owner, OrganisationId id, Actor member, Set<Role> roles) {
        String link = organisations.invite(owner, id, member.email(), roles.iterator().next());
        organisations.accept(member, link.substring(link.lastIndexOf('/') + 1), true);
    }

    /// One step; nothing when it was played before.
    private void at(Duration ago, Runnable story) {
        step++;
        if (step > played) {
            unlessLeaving(() ->
                    clock.ago(
                            ago,
                            () ->
                                    transaction.executeWithoutResult(status -> {
                                        story.run();
                                        progress.reached(nation, step);
                                    })));
            played = step;
        }
    }

    private synchronized void unlessLeaving(Runnable story) {
        if (leaving) {
            throw new Leaving();
        }
        story.run();
    }

    /// Waits for the step that is being played, while there still is a database.
    @EventListener(ContextClosedEvent.class)
    synchronized void leave() {
        leaving = true;
    }

    /// Somebody stopped the program in the middle of the play.
    private static final class Leaving extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private boolean known(Nation.Company company) {
        return organisations.find(new CorporateNumber(company.number())).isPresent();
    }

    private void find(Nation.Company company) {
        OrganisationId id =
                organisations.find(new CorporateNumber(company.number())).orElseThrow().id();
        companies.put(company.id(), id);
        assessments.of(id).stream()
                .findFirst()
                .ifPresent(one -> newest.put(company.id(), one.id()));
    }

    private Players.Cast cast(Nation.Offer offer) {
        String path = offer.path();
        for (Map.Entry<String, AssessmentId> one : newest.entrySet()) {
            path =
                    path.replace(
                            "{assessment:" + one.getKey() + "}", "/assessments/" + one.getValue());
        }
        Actor actor = actor(offer.person());
        return new Players.Cast(offer, actor.name(), actor.id(), path);
    }

    private Actor operator() {
        return people.values().stream().filter(Actor::operator).findFirst().orElseThrow();
    }

    private Actor actor(String person) {
        return of(people, person);
    }

    private static <T> T of(Map<String, T> all, String name) {
        return java.util.Objects.requireNonNull(all.get(name), name);
    }

    private Actor person(Nation.Company company, String role) {
        return company.people().entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(entry -> actor(entry.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private Set<Role> roles(Nation.Company company, Actor actor) {
        return company.people().entrySet().stream()
                .filter(entry -> actor(entry.getKey()).equals(actor))
                .flatMap(entry -> entry.getValue().stream())
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
