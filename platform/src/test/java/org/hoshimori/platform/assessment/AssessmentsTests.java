package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.AnswerValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to assessments on real PostgreSQL.
class AssessmentsTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired EvidenceRoom room;
    @Autowired Assessments assessments;
    @Autowired Advising advising;
    @Autowired AnswerRows rows;
    @Autowired Duties duties;
    @Autowired TransactionTemplate transaction;

    private Actor owner;
    private OrganisationId company;
    private AssessmentId id;

    @BeforeEach
    void aCompanyBegins() {
        owner = Companies.person(accounts, "山田");
        company = Companies.founded(organisations, owner);
        id = assessments.begin(owner, company, "scs", "3");
    }

    @Test
    void ofManySaversAtOnceOneIsSavedAndNobodysTextIsLost() throws Exception {
        int savers = 12;
        try (var threads = Executors.newFixedThreadPool(savers)) {
            List<Callable<Saved>> saves =
                    java.util.stream.IntStream.range(0, savers)
                            .<Callable<Saved>>mapToObj(n ->
                                    () ->
                                            assessments.save(
                                                    owner,
                                                    id,
                                                    "4-1-3-2",
                                                    new Said(AnswerValue.MET, "", "text " + n),
                                                    0))
                            .toList();
            int done = 0;
            for (Future<Saved> saved : threads.invokeAll(saves)) {
                if (saved.get() instanceof Saved.Done) {
                    done++;
                } else {
                    assertThat(saved.get()).isInstanceOf(Saved.Stale.class);
                }
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(
                        jdbc.sql(
                                        "select distinct note from assessment.answer_history where assessment = :id")
                                .param("id", id.value())
                                .query(String.class)
                                .list())
                .hasSize(savers);
        assertThat(Objects.requireNonNull(assessments.answers(id).get("4-1-3-2")).version())
                .isEqualTo(1);
    }

    @Test
    void savingTheSameAgainIsNoChangeAndAnUnknownCriterionIsRefused() {
        Said met = new Said(AnswerValue.MET, "", "a\r\nb");
        assessments.save(owner, id, "4-1-3-2", met, 0);
        assertThat(assessments.save(owner, id, "4-1-3-2", met, 0)).isInstanceOf(Saved.Done.class);
        assertThat(Objects.requireNonNull(assessments.answers(id).get("4-1-3-2")))
                .satisfies(answer -> {
                    assertThat(answer.version()).isEqualTo(1);
                    assertThat(answer.note()).isEqualTo("a\nb");
                });
        assertThat(assessments.save(owner, id, "9-9-9-9", met, 0))
                .isInstanceOf(Saved.Refused.class);
        // Asked by ★4 only.
        assertThat(assessments.save(owner, id, "1-1-1-1", met, 0))
                .isInstanceOf(Saved.Refused.class);
        assertThat(
                        assessments.save(
                                owner,
                                id,
                                "4-1-3-2",
                                new Said(AnswerValue.MET, "", "x".repeat(4001)),
                                1))
                .isInstanceOf(Saved.Refused.class);
    }

    @Test
    void oneMissingCriterionClosesTheGateAndAReasonlessNotApplicableIsMissing() {
        complete();
        assessments.saveAll(
                owner, id, Map.of("4-1-3-2", new Said(AnswerValue.NOT_APPLICABLE, " ", "")));
        assertThat(assessments.declare(owner, id))
                .isInstanceOfSatisfying(
                        Declared.Incomplete.class,
                        incomplete -> {
                            assertThat(incomplete.missing()).hasSize(1);
                            assertThat(incomplete.gaps()).isEmpty();
                        });
        assertThat(assessments.frozen(id)).isEmpty();
    }

    @Test
    void aScopeLongerThanTheRegisterTakesCannotBeDeclared() {
        complete();
        for (int line = 0; line < 21; line++) {
            assessments.describe(owner, id, Scope.Kind.SYSTEM, line + "台".repeat(490), "");
        }
        assertThat(assessments.declare(owner, id))
                .isInstanceOfSatisfying(
                        Declared.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.gaps()).containsExactly(Scope.Gap.TOO_LONG));
    }

    @Test
    void declaringFreezesTheBytesAndClosesEveryAnswer() throws Exception {
        complete();
        EvidenceId evidence =
                room.addStatement(owner, company, "体制図", "担当は総務部です。") instanceof Added.Stored stored
                        ? stored.evidence().id()
                        : null;
        assessments.attach(owner, id, "1-2-1-1", evidence);
        Frozen frozen = ((Declared.Done) assessments.declare(owner, id)).frozen();
        assertThat(frozen.sha256())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(frozen.json())));
        assertThat(new String(frozen.json(), StandardCharsets.UTF_8))
                .contains(
                        "\"format\":\"hoshimori-assessment/1\"",
                        "\"scope\":{\"text\":\"拠点: 本社。",
                        assessments.edition(assessments.get(id)).sha256(),
                        "体制図",
                        "\"met\":true");
        assertThat(assessments.get(id).stage()).isEqualTo(Stage.DECLARED);
        assertThat(assessments.save(owner, id, "1-2-1-1", Said.NOTHING, 1))
                .isInstanceOf(Saved.Closed.class);
        assertThatThrownBy(() -> assessments.describe(owner, id, Scope.Kind.SITE, "別の拠点", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(assessments.declare(owner, id)).isInstanceOf(Declared.Closed.class);
    }

    @Test
    void returningOpensOnlyWhatWasReturnedAndDeclaringAgainKeepsTheOldDeclaration() {
        complete();
        assessments.declare(owner, id);
        transaction.executeWithoutResult(
                _ -> assessments.returned(owner, id, Map.of("1-2-1-1", "担当者の名前を書いてください。")));
        assertThat(assessments.get(id).stage()).isEqualTo(Stage.RETURNED);
        assertThat(assessments.save(owner, id, "1-2-1-2", Said.NOTHING, 1))
                .isInstanceOf(Saved.Closed.class);
        assertThat(
                        assessments.save(
                                owner,
                                id,
                                "1-2-1-1",
                                new Said(AnswerValue.MET, "", "総務部の山田です。"),
                                1))
                .isInstanceOf(Saved.Done.class);
        assessments.declare(owner, id);
        List<Frozen> all = assessments.allFrozen(id);
        assertThat(all).extracting(Frozen::number).containsExactly(1, 2);
        assertThat(all.getFirst().sha256()).isNotEqualTo(all.getLast().sha256());
        transaction.executeWithoutResult(_ -> assessments.confirmed(owner, id));
        assertThat(assessments.reopen(owner, id)).isFalse();
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(_ -> assessments.applied(owner, id)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lastYearsAnswersAreSuggestionsThatCountForNothingUntilAffirmed() {
        complete();
        AssessmentId next = assessments.renew(owner, id);
        assertThat(assessments.answers(next)).isEmpty();
        assertThat(rows.suggestions(next)).hasSize(81);
        assertThat(assessments.evaluation(next).counts().passing()).isZero();
        assertThat(assessments.scope(next).complete()).isTrue();
        assertThat(assessments.get(next).renews()).contains(id);
    }

    @Test
    void anAdviserHelpsWithOneAssessmentUntilTheHelpEnds() {
        Actor adviser = Companies.person(accounts, "佐藤");
        Actor other = Companies.person(accounts, "別人");
        UUID invitation = advising.invite(owner, id, adviser.email().toUpperCase()).orElseThrow();
        assertThat(assessments.mayRead(adviser, id)).isFalse();
        assertThat(advising.accept(other, invitation, "", ""))
                .isInstanceOf(Accepted.OtherPerson.class);
        assertThat(advising.accept(adviser, invitation, "支援社", "1234567890123"))
                .isInstanceOf(Accepted.WrongNumber.class);
        assertThat(advising.accept(adviser, invitation, "支援社", Companies.number().value()))
                .isInstanceOf(Accepted.Done.class);
        assertThat(advising.accept(adviser, invitation, "", "")).isInstanceOf(Accepted.Gone.class);
        assertThat(assessments.mayEdit(adviser, id)).isTrue();
        assertThatThrownBy(() -> assessments.declare(adviser, id))
                .isInstanceOf(AccessDeniedException.class);
        AssessmentId second = assessments.begin(owner, company, "scs", "3");
        assertThat(assessments.mayRead(adviser, second)).isFalse();
        advising.end(owner, id, invitation);
        assertThat(assessments.mayRead(adviser, id)).isFalse();
        assertThat(assessments.advisers(company))
                .singleElement()
                .satisfies(fact -> assertThat(fact.until()).isPresent());
    }

    @Test
    void anInvitationLapses() {
        Actor adviser = Companies.person(accounts, "佐藤");
        UUID invitation = advising.invite(owner, id, adviser.email()).orElseThrow();
        clock.advance(Duration.ofDays(15));
        try {
            assertThat(advising.accept(adviser, invitation, "", ""))
                    .isInstanceOf(Accepted.Gone.class);
        } finally {
            clock.reset();
        }
        assertThat(advising.invite(owner, id, "a@b.jp\r\nBcc: x@y.jp")).isEmpty();
    }

    @Test
    void aStrangerOpensNoDoor() {
        Actor stranger = Companies.person(accounts, "他社");
        assertThatThrownBy(() -> assessments.save(stranger, id, "4-1-3-2", Said.NOTHING, 0))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assessments.declare(stranger, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assessments.renew(stranger, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assessments.begin(stranger, company, "scs", "3"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> advising.invite(stranger, id, "a@b.jp"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void evidenceOfAnotherCompanyCannotBeAttached() {
        Actor other = Companies.person(accounts, "他社");
        OrganisationId theirs = Companies.founded(organisations, other);
        var stored = (Added.Stored) room.addStatement(other, theirs, "秘密", "秘密");
        assertThatThrownBy(() -> assessments.attach(owner, id, "1-2-1-1", stored.evidence().id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void historyAndDeclarationsCannotBeRewritten() {
        assessments.save(owner, id, "4-1-3-2", new Said(AnswerValue.MET, "", "a"), 0);
        for (String sql :
                List.of(
                        "update assessment.answer_history set note = 'b'",
                        "delete from assessment.answer_history",
                        "truncate assessment.answer_history",
                        "truncate assessment.frozen")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aRepeatedDutyFallsDueAYearAfterItWasDone() {
        Assessment assessment = assessments.get(id);
        DutyDue first = duties.due(assessment).getFirst();
        assertThat(first.everyMonths()).isEqualTo(12);
        LocalDate done = LocalDate.of(2026, 10, 1);
        duties.record(owner, id, first.criterion(), done, "年次の見直し");
        assertThat(duties.due(assessment))
                .filteredOn(duty -> duty.criterion().equals(first.criterion()))
                .singleElement()
                .satisfies(duty -> assertThat(duty.due()).isEqualTo(LocalDate.of(2027, 10, 1)));
    }

    private void complete() {
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessments.get(id))
                .criteriaOf("3")
                .forEach(criterion -> said.put(criterion.id(), new Said(AnswerValue.MET, "", "")));
        assessments.saveAll(owner, id, said);
        assessments.describe(owner, id, Scope.Kind.SITE, "本社", "");
        assessments.describe(owner, id, Scope.Kind.NETWORK, "社内LAN", "");
        assessments.describe(owner, id, Scope.Kind.CLOUD, "メール", "");
        assertThat(Optional.of(assessments.evaluation(id)))
                .hasValueSatisfying(evaluation -> assertThat(evaluation.met()).isTrue());
    }
}
