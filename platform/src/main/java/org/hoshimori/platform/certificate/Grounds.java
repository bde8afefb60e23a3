package org.hoshimori.platform.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Frozen;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Confirmation;
import org.hoshimori.platform.assurance.Pledge;
import org.hoshimori.platform.certificate.Check.Outcome;
import org.hoshimori.platform.certificate.Check.Subject;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Evaluation;
import org.springframework.stereotype.Component;

/// Gathers what a registration rests on, and checks it: nothing is taken from an earlier check.
@Component
class Grounds {

    private final Assessments assessments;
    private final Assurances assurances;
    private final Organisations organisations;
    private final CertificateStore certificates;

    Grounds(
            Assessments assessments,
            Assurances assurances,
            Organisations organisations,
            CertificateStore certificates) {
        this.assessments = assessments;
        this.assurances = assurances;
        this.organisations = organisations;
        this.certificates = certificates;
    }

    /// @param stage the stage the assessment must be in
    Ground of(Assessment assessment, Stage stage) {
        Optional<Frozen> frozen = assessments.frozen(assessment.id());
        Optional<Confirmation> confirmation = assurances.confirmation(assessment.id());
        Optional<Pledge> pledge = assurances.pledge(assessment.id());
        Evaluation evaluation = assessments.evaluation(assessment.id());
        List<Check> checks = new ArrayList<>();
        checks.add(check(Subject.STAGE, assessment.stage() == stage));
        checks.add(
                check(
                        Subject.EVALUATION,
                        evaluation.met(),
                        "" + evaluation.counts().passing(),
                        "" + evaluation.counts().total()));
        checks.add(frozen(frozen, confirmation));
        checks.add(check(Subject.CONFIRMATION, confirmation.filter(Grounds::holds).isPresent()));
        checks.add(
                check(
                        Subject.QUALIFICATION,
                        confirmation.filter(Grounds::qualified).isPresent(),
                        confirmation.map(one -> day(one).toString()).orElse("–")));
        checks.add(check(Subject.PLEDGE, holds(pledge, confirmation)));
        checks.add(
                check(
                        Subject.PERSONS,
                        confirmation.isPresent()
                                && pledge.isPresent()
                                && !confirmation
                                        .get()
                                        .by()
                                        .account()
                                        .equals(pledge.get().executive())));
        frozen.ifPresent(one -> checks.add(company(assessment, FrozenContent.of(one))));
        checks.add(others(assessment));
        return new Ground(
                assessment,
                assessments.edition(assessment),
                evaluation,
                frozen,
                confirmation,
                pledge,
                checks);
    }

    private static Check frozen(Optional<Frozen> frozen, Optional<Confirmation> confirmation) {
        boolean same =
                frozen.isPresent()
                        && confirmation.isPresent()
                        && sha256(frozen.get().json()).equals(frozen.get().sha256())
                        && confirmation.get().frozen().equals(frozen.get().sha256());
        return check(Subject.FROZEN, same, frozen.map(Frozen::sha256).orElse("–"));
    }

    private static boolean holds(Confirmation confirmation) {
        return sha256(confirmation.statement()).equals(confirmation.digest())
                && says(confirmation.statement(), confirmation.frozen())
                && confirmation.signature().by().equals(confirmation.by().account())
                && Signatures.verifies(confirmation.statement(), confirmation.signature());
    }

    private static boolean holds(Optional<Pledge> pledge, Optional<Confirmation> confirmation) {
        return pledge.isPresent()
                && confirmation.isPresent()
                && pledge.get().confirmation().equals(confirmation.get().id())
                && sha256(pledge.get().statement()).equals(pledge.get().digest())
                && says(pledge.get().statement(), confirmation.get().digest())
                && pledge.get().signature().by().equals(pledge.get().executive())
                && Signatures.verifies(pledge.get().statement(), pledge.get().signature());
    }

    private static boolean says(byte[] statement, String digest) {
        return new String(statement, StandardCharsets.UTF_8).contains("\"" + digest + "\"");
    }

    private static boolean qualified(Confirmation confirmation) {
        LocalDate day = day(confirmation);
        return !day.isBefore(confirmation.by().validFrom())
                && confirmation.by().validUntil().map(last -> !day.isAfter(last)).orElse(true);
    }

    static LocalDate day(Confirmation confirmation) {
        return LocalDate.ofInstant(confirmation.at(), Frame.ZONE);
    }

    private Check company(Assessment assessment, FrozenContent content) {
        boolean same =
                organisations
                        .get(assessment.organisation())
                        .name()
                        .equals(content.company().name());
        return new Check(
                Subject.COMPANY,
                same ? Outcome.PASSED : Outcome.NOTED,
                List.of(content.company().name()));
    }

    private Check others(Assessment assessment) {
        List<Certificate> others =
                certificates.of(assessment.organisation()).stream()
                        .filter(other -> other.state().living())
                        .filter(other ->
                                other.facts().achieved().scheme().equals(assessment.scheme())
                                        && other.facts()
                                                .achieved()
                                                .level()
                                                .equals(assessment.level()))
                        .filter(other ->
                                !Optional.of(other.assessment()).equals(assessment.renews()))
                        .toList();
        return new Check(
                Subject.DUPLICATE,
                others.isEmpty() ? Outcome.PASSED : Outcome.NOTED,
                List.of(
                        others.stream()
                                .map(other -> other.number().value())
                                .collect(Collectors.joining(", "))));
    }

    private static Check check(Subject subject, boolean holds, String... arguments) {
        return new Check(subject, holds ? Outcome.PASSED : Outcome.FAILED, List.of(arguments));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
