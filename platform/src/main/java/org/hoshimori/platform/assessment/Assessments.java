package org.hoshimori.platform.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to self-assessments.
///
/// Methods that take an [Actor] check what that person may do. Those that only read and take none
/// are for other modules, which have asked [#mayRead] or have their own right to know.
@Component
public class Assessments {

    private final AssessmentRows rows;
    private final AnswerRows answerRows;
    private final ScopeRows scopes;
    private final ScopeBook scopeBook;
    private final EvidenceLinks links;
    private final DeclarationRows declarations;
    private final AdviserRows advisers;
    private final AnswerBook book;
    private final Beginning beginning;
    private final Declaring declaring;
    private final Duties duties;
    private final Editions editions;
    private final Rights rights;

    Assessments(
            AssessmentRows rows,
            AnswerRows answerRows,
            ScopeRows scopes,
            ScopeBook scopeBook,
            EvidenceLinks links,
            DeclarationRows declarations,
            AdviserRows advisers,
            AnswerBook book,
            Beginning beginning,
            Declaring declaring,
            Duties duties,
            Editions editions,
            Rights rights) {
        this.rows = rows;
        this.answerRows = answerRows;
        this.scopes = scopes;
        this.scopeBook = scopeBook;
        this.links = links;
        this.declarations = declarations;
        this.advisers = advisers;
        this.book = book;
        this.beginning = beginning;
        this.declaring = declaring;
        this.duties = duties;
        this.editions = editions;
        this.rights = rights;
    }

    /// Begins an assessment with the newest edition that is valid today.
    public AssessmentId begin(
            Actor actor, OrganisationId organisation, String scheme, String level) {
        return beginning.begin(actor, organisation, scheme, level);
    }

    /// Begins next year's: scope and evidence are carried over, answers become suggestions that
    /// each must be confirmed.
    public AssessmentId renew(Actor actor, AssessmentId previous) {
        return beginning.renew(actor, previous);
    }

    /// @throws org.hoshimori.platform.web.NotFound when there is none
    @Transactional(readOnly = true)
    public Assessment get(AssessmentId id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /// Several in one statement; numbers that no assessment has are left out.
    @Transactional(readOnly = true)
    public Map<AssessmentId, Assessment> all(Collection<AssessmentId> ids) {
        return rows.all(ids).stream()
                .collect(Collectors.toMap(Assessment::id, Function.identity()));
    }

    /// Waits for everybody who is changing it, and keeps others out until this transaction ends:
    /// ask for the stage here before a transition.
    @Transactional(propagation = Propagation.MANDATORY)
    public Assessment lock(AssessmentId id) {
        return rows.lock(id).orElseThrow(NotFound::new);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Assessment> of(OrganisationId organisation) {
        return rows.of(organisation);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Assessment> in(Stage stage) {
        return rows.in(stage);
    }

    public Edition edition(Assessment assessment) {
        return editions.get(assessment.scheme(), assessment.edition());
    }

    @Transactional(readOnly = true)
    public Scope scope(AssessmentId id) {
        return scopes.of(id);
    }

    /// Adds a line to the scope.
    public void describe(
            Actor actor, AssessmentId id, Scope.Kind kind, String name, String detail) {
        if (!scopeBook.add(actor, id, kind, name, detail)) {
            throw new IllegalArgumentException("not a line of an open scope: " + name);
        }
    }

    /// Sets the scope's English text, which stands on the English certificate.
    public void describeInEnglish(Actor actor, AssessmentId id, String english) {
        if (!scopeBook.english(actor, id, english)) {
            throw new IllegalArgumentException("not the text of an open scope");
        }
    }

    /// Answers by criterion; unanswered ones are absent.
    @Transactional(readOnly = true)
    public Map<String, Answer> answers(AssessmentId id) {
        return answerRows.of(id);
    }

    /// What a company answered in each of its assessments, newest first.
    @Transactional(readOnly = true)
    public Map<Assessment, Answers> answered(OrganisationId organisation) {
        Map<AssessmentId, Map<String, Answer>> all = answerRows.of(organisation);
        Map<Assessment, Answers> answered = new LinkedHashMap<>();
        rows.of(organisation)
                .forEach(each ->
                        answered.put(each, Transfer.file(all.getOrDefault(each.id(), Map.of()))));
        return answered;
    }

    /// Evidence by criterion, in the order it was attached.
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceId>> evidence(AssessmentId id) {
        return links.of(id);
    }

    @Transactional(readOnly = true)
    public Evaluation evaluation(AssessmentId id) {
        Assessment assessment = get(id);
        return Snapshot.evaluate(edition(assessment), assessment.level(), answers(id));
    }

    /// @param expectedVersion of the answer this is based on; 0 when there was none
    public Saved save(
            Actor actor, AssessmentId id, String criterion, Said said, int expectedVersion) {
        return Objects.requireNonNull(
                book.save(
                                actor,
                                id,
                                Map.of(criterion, new Change(said, expectedVersion)),
                                Cause.SAVED)
                        .get(criterion));
    }

    /// Saves many answers at once over whatever stands there, as an import does.
    ///
    /// @return the outcome by criterion
    @Transactional
    public Map<String, Saved> saveAll(Actor actor, AssessmentId id, Map<String, Said> said) {
        Map<String, Answer> current = answers(id);
        Map<String, Change> changes = new LinkedHashMap<>();
        said.forEach((criterion, each) -> {
            Answer before = current.get(criterion);
            changes.put(criterion, new Change(each, before == null ? 0 : before.version()));
        });
        return book.save(actor, id, changes, Cause.IMPORTED);
    }

    /// Attaches evidence of the same company to an answer.
    public void attach(Actor actor, AssessmentId id, String criterion, EvidenceId evidence) {
        if (!book.attach(actor, id, criterion, evidence)) {
            throw new IllegalStateException("closed for writing: " + criterion);
        }
    }

    /// Whether this person may see it: the company's people, its adviser, whom other modules let in
    /// ([AssessmentReaders]), and the operator once it was applied for.
    @Transactional(readOnly = true)
    public boolean mayRead(Actor actor, AssessmentId id) {
        return rows.find(id).filter(found -> rights.mayRead(actor, found)).isPresent();
    }

    /// Whether this person may answer, when the stage allows it.
    @Transactional(readOnly = true)
    public boolean mayEdit(Actor actor, AssessmentId id) {
        return rows.find(id).filter(found -> rights.mayEdit(actor, found)).isPresent();
    }

    /// Declares (自己宣言): freezes the assessment when every criterion holds and the scope is
    /// complete.
    public Declared declare(Actor actor, AssessmentId id) {
        return declaring.declare(actor, id);
    }

    /// The company takes a declaration back before it is confirmed, or starts again after a
    /// refusal.
    ///
    /// @return false when the stage does not allow it
    public boolean reopen(Actor actor, AssessmentId id) {
        return declaring.reopen(actor, id);
    }

    /// The last declaration. A signature is over its bytes: compare the digest with what was
    /// signed.
    @Transactional(readOnly = true)
    public Optional<Frozen> frozen(AssessmentId id) {
        List<Frozen> all = allFrozen(id);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// Every declaration, oldest first.
    @Transactional(readOnly = true)
    public List<Frozen> allFrozen(AssessmentId id) {
        return declarations.of(id);
    }

    /// What was returned, of all rounds, oldest first.
    @Transactional(readOnly = true)
    public List<ReturnedItem> returnedItems(AssessmentId id) {
        return declarations.returnedItems(id);
    }

    /// The expert returns criteria with comments: declared → returned. The caller has checked who
    /// returns, and that the stage is right under [#lock].
    ///
    /// @throws IllegalStateException in another stage
    public void returned(Actor actor, AssessmentId id, Map<String, String> commentsByCriterion) {
        declaring.returned(actor, id, commentsByCriterion);
    }

    /// Declared → confirmed; like [#returned].
    public void confirmed(Actor actor, AssessmentId id) {
        declaring.pass(actor, id, Stage.DECLARED, Stage.CONFIRMED);
    }

    /// Confirmed → pledged.
    public void pledged(Actor actor, AssessmentId id) {
        declaring.pass(actor, id, Stage.CONFIRMED, Stage.PLEDGED);
    }

    /// Pledged → applied.
    public void applied(Actor actor, AssessmentId id) {
        declaring.pass(actor, id, Stage.PLEDGED, Stage.APPLIED);
    }

    /// Applied → registered.
    public void registered(Actor actor, AssessmentId id) {
        declaring.pass(actor, id, Stage.APPLIED, Stage.REGISTERED);
    }

    /// Applied → refused.
    public void refused(Actor actor, AssessmentId id) {
        declaring.pass(actor, id, Stage.APPLIED, Stage.REFUSED);
    }

    /// Everybody from outside who helps or helped this company with an assessment: facts for the
    /// independence of an expert.
    @Transactional(readOnly = true)
    public List<Adviser> advisers(OrganisationId organisation) {
        return advisers.of(organisation);
    }

    /// Everybody who ever wrote an answer of it or attached evidence, whoever saved last: they may
    /// not confirm it.
    @Transactional(readOnly = true)
    public List<AccountId> writers(AssessmentId id) {
        return answerRows.writers(id);
    }

    /// Yearly and other repeated duties of registered assessments that fall due up to `until`,
    /// those overdue included.
    @Transactional(readOnly = true)
    public List<DutyDue> dutiesDue(LocalDate until) {
        return duties.due(until);
    }
}
