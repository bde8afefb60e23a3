package org.hoshimori.platform.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assurance.Accepted;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Claimed;
import org.hoshimori.platform.assurance.Confirmed;
import org.hoshimori.platform.assurance.Declaration;
import org.hoshimori.platform.assurance.Draft;
import org.hoshimori.platform.assurance.Experts;
import org.hoshimori.platform.assurance.Invited;
import org.hoshimori.platform.assurance.Mark;
import org.hoshimori.platform.assurance.Pledged;
import org.hoshimori.platform.assurance.Preparation;
import org.hoshimori.platform.assurance.Profile;
import org.hoshimori.platform.assurance.QualificationClaim;
import org.hoshimori.platform.assurance.ReviewItem;
import org.hoshimori.platform.assurance.Verified;
import org.hoshimori.platform.web.Frame;
import org.springframework.stereotype.Component;

/// The sample's experts and executives at work. An outcome other than the good one is a fault of
/// the sample.
@Component
@org.springframework.context.annotation.Profile("demo")
class Assurer {

    private final Experts experts;
    private final Assurances assurances;
    private final Troupe troupe;
    private final SampleClock clock;

    Assurer(Experts experts, Assurances assurances, Troupe troupe, SampleClock clock) {
        this.experts = experts;
        this.assurances = assurances;
        this.troupe = troupe;
        this.clock = clock;
    }

    /// Registers an expert whose qualification the operator verifies at once.
    void qualify(Actor expert, Nation.Licence licence, Actor operator) {
        experts.register(
                expert,
                new Profile(Optional.ofNullable(licence.employer()), true, "中小製造業の★3を数多く見てきました。"));
        var today = java.time.LocalDate.ofInstant(clock.instant(), Frame.ZONE);
        Claimed claimed =
                experts.claim(
                        expert,
                        new QualificationClaim(
                                licence.kind(),
                                licence.number(),
                                today.minusDays(30),
                                Optional.of(
                                        today.plus(
                                                java.time.Period.ofDays(
                                                        (int) licence.validFor().toDays())))));
        if (!(claimed instanceof Claimed.Submitted(var qualification))
                || !(experts.decide(operator, qualification, Verified.Decision.VERIFY, "")
                        instanceof Verified.Done)) {
            throw new IllegalStateException("the sample's expert was refused: " + claimed);
        }
    }

    void invite(Actor owner, AssessmentId assessment, Actor expert) {
        expect(
                Invited.Done.class,
                assurances.invite(owner, assessment, expert.email(), "ご確認をお願いします。"));
    }

    void accept(Actor expert, AssessmentId assessment) {
        expect(
                Accepted.Done.class,
                assurances.accept(
                        expert,
                        assessment,
                        new Declaration(false, false, false, Optional.empty(), "ほかに関係はありません。")));
    }

    void giveBack(Actor expert, AssessmentId assessment) {
        List<ReviewItem> items = assurances.open(expert, assessment).items();
        Map<String, String> comments =
                items.stream()
                        .filter(item ->
                                item.criterion().id().equals("4-3-4-2")
                                        || item.criterion().id().equals("1-2-1-2"))
                        .collect(
                                Collectors.toMap(
                                        item -> item.criterion().id(),
                                        item ->
                                                item.criterion().id().startsWith("4")
                                                        ? "遠隔地への保管がわかる証跡（保管先と頻度）を添えてください。"
                                                        : "連絡先の一覧がいつ更新されたものか、わかるようにしてください。"));
        assurances.returnItems(expert, assessment, comments);
    }

    void confirm(Actor expert, AssessmentId assessment) {
        for (ReviewItem item : assurances.open(expert, assessment).items()) {
            assurances.mark(expert, assessment, item.criterion().id(), Mark.Kind.REVIEWED, "");
        }
        Draft draft = ready(assurances.prepareConfirmation(expert, assessment));
        expect(
                Confirmed.Done.class,
                assurances.confirm(
                        expert, assessment, draft.id(), troupe.sign(expert, draft.statement())));
    }

    void pledge(Actor executive, AssessmentId assessment) {
        Draft draft = ready(assurances.preparePledge(executive, assessment, "代表取締役"));
        expect(
                Pledged.Done.class,
                assurances.pledge(
                        executive,
                        assessment,
                        draft.id(),
                        troupe.sign(executive, draft.statement())));
    }

    private static Draft ready(Preparation preparation) {
        return switch (preparation) {
            case Preparation.Ready(Draft draft) -> draft;
            case Preparation.NotYet(var obstacles) ->
                    throw new IllegalStateException("the sample cannot sign yet: " + obstacles);
        };
    }

    static void expect(Class<?> good, Object outcome) {
        if (!good.isInstance(outcome)) {
            throw new IllegalStateException("the sample's story went wrong: " + outcome);
        }
    }
}
