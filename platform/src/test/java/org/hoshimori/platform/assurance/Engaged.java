package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Declared;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.assessment.Scope;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.AnswerValue;

/// Companies with declared assessments and verified experts, by the doors, for tests.
public final class Engaged {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.nanoTime() % 900_000) + 1);

    private final Accounts accounts;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Experts experts;
    private final Assurances assurances;
    private final Clock clock;

    public Engaged(
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Experts experts,
            Assurances assurances,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.assessments = assessments;
        this.experts = experts;
        this.assurances = assurances;
        this.clock = clock;
    }

    /// A company with an owner, an executive and a declared assessment.
    public record Case(
            OrganisationId company, Actor owner, Actor executive, AssessmentId assessment) {}

    public Actor person(String name) {
        return Companies.person(accounts, name);
    }

    public Actor operator() {
        Actor person = person("運営 係");
        return new Actor(person.id(), person.name(), person.email(), true);
    }

    public Case declared() {
        Case one = undeclared();
        declare(one.owner(), one.assessment());
        return one;
    }

    /// The same, complete but not declared yet.
    public Case undeclared() {
        Actor owner = person("管理 太郎");
        OrganisationId company = Companies.founded(organisations, owner);
        Actor executive = person("社長 花子");
        join(owner, company, executive);
        AssessmentId id = complete(owner, company);
        return new Case(company, owner, executive, id);
    }

    /// A further declared assessment of the same company.
    public AssessmentId declared(Actor owner, OrganisationId company) {
        AssessmentId id = complete(owner, company);
        declare(owner, id);
        return id;
    }

    /// A further assessment of the same company, complete but not declared yet.
    public AssessmentId complete(Actor owner, OrganisationId company) {
        AssessmentId id = assessments.begin(owner, company, "scs", "3");
        assessments.describe(owner, id, Scope.Kind.SITE, "本社", "名古屋市");
        assessments.describe(owner, id, Scope.Kind.NETWORK, "社内LAN", "本社");
        assessments.describe(owner, id, Scope.Kind.SYSTEM, "受発注システム", "受注");
        Assessment assessment = assessments.get(id);
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessment)
                .criteriaOf("3")
                .forEach(criterion ->
                        said.put(
                                criterion.id(), new Said(AnswerValue.MET, "", "規程に定め、台帳で確かめている。")));
        assessments.saveAll(owner, id, said);
        return id;
    }

    public void join(Actor owner, OrganisationId company, Actor person) {
        join(owner, company, person, Role.EXECUTIVE);
    }

    /// Gives somebody a role by the ordinary invitation.
    public void join(Actor owner, OrganisationId company, Actor person, Role role) {
        String path = organisations.invite(owner, company, person.email(), role);
        organisations.accept(person, path.substring(path.lastIndexOf('/') + 1), true);
        if (organisations.role(person, company).isEmpty()) {
            throw new AssertionError("did not join: " + path);
        }
    }

    public void declare(Actor owner, AssessmentId id) {
        if (!(assessments.declare(owner, id) instanceof Declared.Done)) {
            throw new AssertionError("not declared: " + assessments.declare(owner, id));
        }
    }

    /// An expert whose qualification is verified and valid for the next `days` days.
    public Actor expert(int days) {
        Actor expert = person("確認 次郎");
        experts.register(expert, new Profile(Optional.empty(), true, "製造業が得意です。"));
        var claimed = (Claimed.Submitted) claim(expert, number(), days);
        experts.decide(operator(), claimed.qualification(), Verified.Decision.VERIFY, "");
        return expert;
    }

    Claimed claim(Actor expert, String number, int days) {
        return experts.claim(
                expert,
                new QualificationClaim(
                        "riss",
                        number,
                        today().minusYears(1),
                        Optional.of(today().plusDays(days))));
    }

    static String number() {
        return "%06d".formatted(NUMBER.incrementAndGet() % 1_000_000);
    }

    /// Invited and accepted with nothing to declare.
    public Actor engaged(Case which) {
        Actor expert = expert(300);
        engage(which.owner(), which.assessment(), expert);
        return expert;
    }

    public void engage(Actor owner, AssessmentId id, Actor expert) {
        assurances.invite(owner, id, expert.email(), "");
        Accepted accepted = assurances.accept(expert, id, nothing());
        if (!(accepted instanceof Accepted.Done)) {
            throw new AssertionError("not accepted: " + accepted);
        }
    }

    public void reviewAll(Actor expert, AssessmentId id) {
        assurances
                .open(expert, id)
                .items()
                .forEach(item ->
                        assurances.mark(expert, id, item.criterion().id(), Mark.Kind.REVIEWED, ""));
    }

    Account account(Actor actor) {
        return accounts.find(actor.id()).orElseThrow();
    }

    public List<String> criteria(AssessmentId id) {
        return assessments.edition(assessments.get(id)).criteriaOf("3").stream()
                .map(org.hoshimori.rules.Criterion::id)
                .toList();
    }

    static Declaration nothing() {
        return new Declaration(false, false, false, Optional.empty(), "ほかに関係はありません。");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }
}
