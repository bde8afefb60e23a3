package org.hoshimori.platform.certificate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.log.EntryProof;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assurance.Confirmation;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.credential.Credentials;
import org.hoshimori.platform.credential.StatusPlace;
import org.hoshimori.platform.credential.Wording;
import org.hoshimori.platform.register.Entry;
import org.hoshimori.platform.register.Kind;
import org.hoshimori.platform.register.Receipt;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The legal act: the assessment's stage, the register's entry, the signed credential, the renewed
/// certificate's end and the trail, all in the caller's transaction or none of it.
@Component
class Registration {

    private final CertificateStore store;
    private final Life life;
    private final Credentials credentials;
    private final Register register;
    private final Assessments assessments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            CertificateStore store,
            Life life,
            Credentials credentials,
            Register register,
            Assessments assessments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.life = life;
        this.credentials = credentials;
        this.register = register;
        this.assessments = assessments;
        this.events = events;
        this.clock = clock;
    }

    /// @param ground checked: nothing of it fails
    @Transactional(propagation = Propagation.MANDATORY)
    public Certificate register(Actor operator, Application application, Ground ground) {
        Instant now = clock.instant();
        Assessment assessment = ground.assessment();
        FrozenContent content = FrozenContent.of(ground.frozen().orElseThrow());
        CertificateFacts facts = facts(ground, content, LocalDate.ofInstant(now, Frame.ZONE));
        Optional<Certificate> renewed =
                assessment
                        .renews()
                        .flatMap(store::of)
                        .map(Certificate::number)
                        .flatMap(store::lock)
                        .filter(old -> old.state().living());
        assessments.registered(operator, assessment.id());
        var place = new StatusPlace(store.nextSerial());
        Receipt receipt = register.append(entry(Kind.REGISTERED, facts, content));
        byte[] bytes = receipt.content().getBytes(StandardCharsets.UTF_8);
        EntryProof proof = register.proof(receipt.number()).orElseThrow();
        var certificate =
                new Certificate(
                        new CertificateNumber(facts.number()),
                        place.serial(),
                        assessment.id(),
                        application.organisation(),
                        State.REGISTERED,
                        facts,
                        credentials.certificate(facts, place, bytes, proof, receipt.at()),
                        receipt.number(),
                        now,
                        now,
                        "",
                        Optional.empty());
        store.insert(certificate, receipt.content());
        life.write(
                Optional.of(operator),
                certificate,
                "certificate.registered",
                Map.of(
                        "certificate", facts.number(),
                        "valid_until", facts.validUntil().toString()));
        renewed.ifPresent(old -> life.supersede(operator, old, certificate.number(), now));
        events.publishEvent(
                new CertificateRegistered(certificate.number(), certificate.organisation()));
        return certificate;
    }

    private CertificateFacts facts(Ground ground, FrozenContent content, LocalDate today) {
        Assessment assessment = ground.assessment();
        Edition edition = ground.edition();
        Level level = edition.level(assessment.level()).orElseThrow();
        Confirmation confirmation = ground.confirmation().orElseThrow();
        var number =
                CertificateNumber.of(
                        assessment.scheme(),
                        assessment.level(),
                        today.getYear(),
                        store.nextOf(assessment.scheme(), assessment.level(), today.getYear()));
        var company = content.company();
        return new CertificateFacts(
                number.value(),
                new CertificateFacts.Holder(
                        company.corporateNumber(),
                        company.name(),
                        company.kana(),
                        company.englishName().orElse("")),
                new CertificateFacts.Achieved(
                        assessment.scheme(),
                        assessment.edition(),
                        content.editionDigest(),
                        assessment.level(),
                        wording(edition.header().title()),
                        wording(level.title()),
                        wording(level.assurance())),
                new Wording(content.scope(), content.englishScope()),
                new CertificateFacts.Expert(
                        confirmation.by().name(),
                        wording(confirmation.by().qualification()),
                        masked(confirmation.by().number()),
                        confirmation.by().validFrom(),
                        confirmation.by().validUntil().map(LocalDate::toString).orElse(""),
                        Grounds.day(confirmation),
                        wording(confirmation.independence())),
                ground.frozen().orElseThrow().sha256(),
                confirmation.digest(),
                ground.pledge().orElseThrow().digest(),
                today,
                // The last day is the day before the same date: a year's certificate is valid 365
                // or 366 days.
                today.plusMonths(
                                Objects.requireNonNull(
                                        level.validityMonths(),
                                        "a registered level has a validity"))
                        .minusDays(1));
    }

    static Entry entry(Kind kind, CertificateFacts facts, FrozenContent content) {
        return new Entry(
                kind,
                facts.number(),
                content.company(),
                facts.achieved().scheme(),
                facts.achieved().edition(),
                facts.achieved().level(),
                facts.scope().ja(),
                facts.assessmentDigest(),
                facts.validFrom(),
                facts.validUntil(),
                Optional.empty());
    }

    /// Enough to compare with the qualification's own card, not enough to copy it.
    private static String masked(String number) {
        return number.replaceFirst("[0-9A-Za-z]{2}([^0-9A-Za-z]*)$", "**$1");
    }

    private static Wording wording(Text text) {
        return new Wording(text.ja(), text.en());
    }
}
