package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.rules.AnswerValue;

/// Brings companies to the pledge with real signatures, for the tests of what comes after.
public final class Pledging {

    /// A company that has pledged.
    public record Case(
            OrganisationId company,
            Actor owner,
            Actor executive,
            Actor expert,
            AssessmentId assessment) {}

    private final Engaged world;
    private final Assessments assessments;
    private final Assurances assurances;
    private final Signatures signatures;
    private final BiFunction<Actor, String, String> passkeys;

    /// @param passkeys signs the options of a person with that person's passkey
    public Pledging(
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Experts experts,
            Assurances assurances,
            Signatures signatures,
            Clock clock,
            BiFunction<Actor, String, String> passkeys) {
        this.world = new Engaged(accounts, organisations, assessments, experts, assurances, clock);
        this.assessments = assessments;
        this.assurances = assurances;
        this.signatures = signatures;
        this.passkeys = passkeys;
    }

    public Actor operator() {
        return world.operator();
    }

    public Actor person(String name) {
        return world.person(name);
    }

    public Case pledged() {
        Engaged.Case one = world.declared();
        return signed(one.company(), one.owner(), one.executive(), one.assessment());
    }

    /// Next year's assessment of the same company, answered alike and pledged.
    public Case renewed(Case before) {
        AssessmentId next = assessments.renew(before.owner(), before.assessment());
        Map<String, Said> said = new HashMap<>();
        world.criteria(next)
                .forEach(criterion ->
                        said.put(criterion, new Said(AnswerValue.MET, "", "今年も確かめた。")));
        assessments.saveAll(before.owner(), next, said);
        world.declare(before.owner(), next);
        return signed(before.company(), before.owner(), before.executive(), next);
    }

    private Case signed(OrganisationId company, Actor owner, Actor executive, AssessmentId id) {
        Actor expert = world.engaged(new Engaged.Case(company, owner, executive, id));
        confirm(expert, id);
        pledge(executive, id);
        return new Case(company, owner, executive, expert, id);
    }

    /// The engaged expert reviews everything and signs.
    public void confirm(Actor expert, AssessmentId id) {
        world.reviewAll(expert, id);
        Draft draft = ready(assurances.prepareConfirmation(expert, id));
        done(assurances.confirm(expert, id, draft.id(), sign(expert, draft)), Confirmed.Done.class);
    }

    public void pledge(Actor executive, AssessmentId id) {
        Draft draft = ready(assurances.preparePledge(executive, id, "代表取締役"));
        done(
                assurances.pledge(executive, id, draft.id(), sign(executive, draft)),
                Pledged.Done.class);
    }

    private String sign(Actor actor, Draft draft) {
        return passkeys.apply(actor, signatures.options(actor, draft.statement()));
    }

    public static Draft ready(Preparation preparation) {
        return switch (preparation) {
            case Preparation.Ready(Draft draft) -> draft;
            case Preparation.NotYet notYet -> throw new AssertionError(notYet);
        };
    }

    private static void done(Object outcome, Class<?> wanted) {
        if (!wanted.isInstance(outcome)) {
            throw new AssertionError(outcome);
        }
    }
}
