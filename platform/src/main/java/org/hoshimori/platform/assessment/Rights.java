package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Membership;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who may do what with an assessment. Asked by the door, so that no page can forget to.
@Component
class Rights {

    private final Organisations organisations;
    private final AdviserRows advisers;
    private final ObjectProvider<AssessmentReaders> readers;

    Rights(
            Organisations organisations,
            AdviserRows advisers,
            ObjectProvider<AssessmentReaders> readers) {
        this.organisations = organisations;
        this.advisers = advisers;
        this.readers = readers;
    }

    /// Whether this person is one of the company's own.
    boolean belongs(Actor actor, OrganisationId organisation) {
        return organisations.may(actor, organisation, Permission.READ);
    }

    /// What a person may do with one assessment, whatever its stage allows now.
    ///
    /// @param edit answers it
    /// @param submit declares it, invites an adviser, reopens it: the company's own
    record Allowed(boolean read, boolean edit, boolean submit) {}

    /// Asks once for everything, as a page needs it.
    Allowed of(Actor actor, Assessment assessment) {
        Optional<Membership> own = organisations.membership(actor, assessment.organisation());
        boolean edits = may(own, Permission.EDIT) || advisers.advises(assessment.id(), actor.id());
        return new Allowed(
                edits
                        || may(own, Permission.READ)
                        || actor.operator() && applied(assessment.stage())
                        || outsiders().stream()
                                .anyMatch(reader -> reader.mayRead(actor, assessment)),
                edits,
                may(own, Permission.SUBMIT));
    }

    boolean mayRead(Actor actor, Assessment assessment) {
        return of(actor, assessment).read();
    }

    boolean mayEdit(Actor actor, Assessment assessment) {
        return organisations.may(actor, assessment.organisation(), Permission.EDIT)
                || advisers.advises(assessment.id(), actor.id());
    }

    boolean maySubmit(Actor actor, Assessment assessment) {
        return organisations.may(actor, assessment.organisation(), Permission.SUBMIT);
    }

    private static boolean may(Optional<Membership> own, Permission permission) {
        return own.filter(member -> member.may(permission)).isPresent();
    }

    /// @throws NotFound when the person may not know that it exists
    void requireRead(Actor actor, Assessment assessment) {
        if (!mayRead(actor, assessment)) {
            throw new NotFound();
        }
    }

    void requireEdit(Actor actor, Assessment assessment) {
        if (!mayEdit(actor, assessment)) {
            requireRead(actor, assessment);
            throw new AccessDeniedException("reads this assessment, but does not answer it");
        }
    }

    void requireSubmit(Actor actor, Assessment assessment) {
        if (!maySubmit(actor, assessment)) {
            requireRead(actor, assessment);
            throw new AccessDeniedException("the company's owners and editors do this");
        }
    }

    private List<AssessmentReaders> outsiders() {
        return readers.orderedStream().toList();
    }

    private static boolean applied(Stage stage) {
        return switch (stage) {
            case APPLIED, REGISTERED, REFUSED -> true;
            case DRAFT, DECLARED, RETURNED, CONFIRMED, PLEDGED -> false;
        };
    }
}
