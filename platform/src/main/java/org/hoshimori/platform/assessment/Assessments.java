package org.hoshimori.platform.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.springframework.stereotype.Component;

/// The door to self-assessments.
///
/// Methods that take an [Actor] check what that person may do. Those that only read and take none
/// are for other modules, which have asked [#mayRead] or have their own right to know.
@Component
public class Assessments {

    Assessments() {}

    /// Begins an assessment with the newest edition that is valid today.
    public AssessmentId begin(
            Actor actor, OrganisationId organisation, String scheme, String level) {
        throw new UnsupportedOperationException();
    }

    /// Begins next year's: scope and evidence are carried over, answers become suggestions that
    /// each must be confirmed.
    public AssessmentId renew(Actor actor, AssessmentId previous) {
        throw new UnsupportedOperationException();
    }

    /// @throws org.hoshimori.platform.web.NotFound when there is none
    public Assessment get(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Waits for everybody who is changing it, and keeps others out until this transaction ends:
    /// ask for the stage here before a transition.
    public Assessment lock(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Assessment> of(OrganisationId organisation) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Assessment> in(Stage stage) {
        throw new UnsupportedOperationException();
    }

    public Edition edition(Assessment assessment) {
        throw new UnsupportedOperationException();
    }

    public Scope scope(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Adds a line to the scope.
    public void describe(
            Actor actor, AssessmentId id, Scope.Kind kind, String name, String detail) {
        throw new UnsupportedOperationException();
    }

    /// Answers by criterion; unanswered ones are absent.
    public Map<String, Answer> answers(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Evidence by criterion, in the order it was attached.
    public Map<String, List<EvidenceId>> evidence(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    public Evaluation evaluation(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// @param expectedVersion of the answer this is based on; 0 when there was none
    public Saved save(
            Actor actor, AssessmentId id, String criterion, Said said, int expectedVersion) {
        throw new UnsupportedOperationException();
    }

    /// Saves many answers at once over whatever stands there, as an import does.
    ///
    /// @return the outcome by criterion
    public Map<String, Saved> saveAll(Actor actor, AssessmentId id, Map<String, Said> said) {
        throw new UnsupportedOperationException();
    }

    /// Attaches evidence of the same company to an answer.
    public void attach(Actor actor, AssessmentId id, String criterion, EvidenceId evidence) {
        throw new UnsupportedOperationException();
    }

    /// Whether this person may see it: the company's people, its adviser, whom other modules let in
    /// ([AssessmentReaders]), and the operator once it was applied for.
    public boolean mayRead(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Whether this person may answer, when the stage allows it.
    public boolean mayEdit(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Declares (自己宣言): freezes the assessment when every criterion holds and the scope is
    /// complete.
    public Declared declare(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// The company takes a declaration back before it is confirmed, or starts again after a
    /// refusal.
    ///
    /// @return false when the stage does not allow it
    public boolean reopen(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// The last declaration. A signature is over its bytes: compare the digest with what was
    /// signed.
    public Optional<Frozen> frozen(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Every declaration, oldest first.
    public List<Frozen> allFrozen(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// What was returned, of all rounds, oldest first.
    public List<ReturnedItem> returnedItems(AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// The expert returns criteria with comments: declared → returned. The caller has checked who
    /// returns, and that the stage is right under [#lock].
    ///
    /// @throws IllegalStateException in another stage
    public void returned(Actor actor, AssessmentId id, Map<String, String> commentsByCriterion) {
        throw new UnsupportedOperationException();
    }

    /// Declared → confirmed; like [#returned].
    public void confirmed(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Confirmed → pledged.
    public void pledged(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Pledged → applied.
    public void applied(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Applied → registered.
    public void registered(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Applied → refused.
    public void refused(Actor actor, AssessmentId id) {
        throw new UnsupportedOperationException();
    }

    /// Everybody from outside who helps or helped this company with an assessment: facts for the
    /// independence of an expert.
    public List<Adviser> advisers(OrganisationId organisation) {
        throw new UnsupportedOperationException();
    }

    /// Yearly and other repeated duties of registered assessments that fall due up to `until`,
    /// those overdue included.
    public List<DutyDue> dutiesDue(LocalDate until) {
        throw new UnsupportedOperationException();
    }
}
