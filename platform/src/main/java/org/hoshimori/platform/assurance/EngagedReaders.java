package org.hoshimori.platform.assurance;

import java.util.EnumSet;
import java.util.Set;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.ExpertDesk;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentReaders;
import org.hoshimori.platform.assessment.Stage;
import org.springframework.stereotype.Component;

/// Lets the engaged expert read the assessment and the evidence attached to it, from the
/// declaration to the confirmation and not an hour longer.
@Component
class EngagedReaders implements AssessmentReaders, ExpertDesk {

    private static final Set<Stage> OPEN =
            EnumSet.of(Stage.DECLARED, Stage.RETURNED, Stage.CONFIRMED);

    private final EngagementStore store;
    private final ExpertStore experts;

    EngagedReaders(EngagementStore store, ExpertStore experts) {
        this.store = store;
        this.experts = experts;
    }

    @Override
    public boolean mayRead(Actor actor, Assessment assessment) {
        return OPEN.contains(assessment.stage())
                && store.open(assessment.id())
                        .filter(one -> one.stage() == Engagement.Stage.ACCEPTED)
                        .filter(one -> one.concerns(actor.id(), actor.email()))
                        .isPresent();
    }

    /// The desk is in the menu of experts and of those who were invited to be one.
    @Override
    public boolean opensFor(Actor actor) {
        return experts.find(actor.id()).isPresent()
                || !store.queue(actor.id(), actor.email()).isEmpty();
    }
}
