package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.assessment.Adviser;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.organisation.Membership;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Role;
import org.hoshimori.platform.web.Frame;
import org.springframework.stereotype.Component;

/// Gathers what is known about an expert and a company, and has it checked by the rules.
@Component
class Ties {

    private final ExpertRules rules;
    private final ExpertStore experts;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Clock clock;

    Ties(
            ExpertRules rules,
            ExpertStore experts,
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Clock clock) {
        this.rules = rules;
        this.experts = experts;
        this.accounts = accounts;
        this.organisations = organisations;
        this.assessments = assessments;
        this.clock = clock;
    }

    Independence check(AccountId expert, Assessment assessment, Optional<Declaration> declaration) {
        return check(expert, assessment, declaration, clock.instant());
    }

    /// @param at the moment the outcome carries; the facts are those of now
    Independence check(
            AccountId expert,
            Assessment assessment,
            Optional<Declaration> declaration,
            Instant at) {
        return rules.check(facts(expert, assessment, declaration), at, today());
    }

    private Facts facts(
            AccountId expert, Assessment assessment, Optional<Declaration> declaration) {
        Account account = accounts.find(expert).orElseThrow();
        Organisation company = organisations.get(assessment.organisation());
        List<Membership> members = organisations.members(company.id());
        List<Adviser> helped =
                assessments.advisers(company.id()).stream()
                        .filter(adviser -> adviser.account().equals(expert))
                        .toList();
        return new Facts(
                new Facts.Person(account.name(), account.nameKana()),
                experts.find(expert).flatMap(ExpertStore.Row::employer),
                company.number().value(),
                members.stream()
                        .filter(member -> member.account().equals(expert))
                        .map(member ->
                                member.roles()
                                        .iterator()
                                        .next()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT))
                        .findFirst(),
                officers(company, members),
                advice(expert, company, helped, declaration),
                helped.stream().anyMatch(one -> one.assessment().equals(assessment.id()))
                        || assessments.writers(assessment.id()).contains(expert),
                declaration);
    }

    /// The registered officers and those who act here as executives.
    private List<Facts.Person> officers(Organisation company, List<Membership> members) {
        List<AccountId> executives =
                members.stream()
                        .filter(member -> member.roles().contains(Role.EXECUTIVE))
                        .map(Membership::account)
                        .toList();
        return Stream.concat(
                        organisations.officers(company.id()).stream()
                                .map(officer -> new Facts.Person(officer.name(), officer.kana())),
                        accounts.all(executives).values().stream()
                                .map(account ->
                                        new Facts.Person(account.name(), account.nameKana())))
                .distinct()
                .toList();
    }

    /// What the expert registered, helped with here, and declares.
    private List<Advice> advice(
            AccountId expert,
            Organisation company,
            List<Adviser> helped,
            Optional<Declaration> declaration) {
        List<Advice> advice = new ArrayList<>(experts.advice(expert));
        helped.forEach(help ->
                advice.add(
                        new Advice(
                                company.number().value(),
                                help.until().map(end -> LocalDate.ofInstant(end, Frame.ZONE)))));
        declaration
                .filter(Declaration::advised)
                .ifPresent(said ->
                        advice.add(new Advice(company.number().value(), said.advisedUntil())));
        return advice;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }
}
