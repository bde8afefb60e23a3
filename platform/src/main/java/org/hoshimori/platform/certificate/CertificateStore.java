package org.hoshimori.platform.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.credential.StatusPlace;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Certificates in the database.
@Component
class CertificateStore {

    private static final String SERIAL = "serial";

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next place in the order of registration, from 0; dense, because the row stays locked.
    long nextSerial() {
        return next(SERIAL) - 1;
    }

    /// The next number of a scheme, level and year, from 1.
    long nextOf(String scheme, String level, int year) {
        return next(scheme + "-" + level + "-" + year);
    }

    private long next(String name) {
        return jdbc.sql(
                        """
                        insert into certificate.counter as c (name, next) values (:name, 1)
                        on conflict (name) do update set next = c.next + 1
                        returning next
                        """)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void insert(Certificate certificate, String entryContent) {
        jdbc.sql(
                        """
                        insert into certificate.certificate
                            (number, serial, assessment, organisation, scheme, level, state, valid_from, valid_until,
                             facts, credential, entry, entry_content, registered_at, changed_at)
                        values (:number, :serial, :assessment, :organisation, :scheme, :level, :state, :from, :until,
                                :facts, :credential, :entry, :content, :at, :at)
                        """)
                .param("number", certificate.number().value())
                .param("serial", certificate.serial())
                .param("assessment", certificate.assessment().value())
                .param("organisation", certificate.organisation().value())
                .param("scheme", certificate.facts().achieved().scheme())
                .param("level", certificate.facts().achieved().level())
                .param("state", certificate.state().code())
                .param("from", certificate.facts().validFrom())
                .param("until", certificate.facts().validUntil())
                .param("facts", certificate.facts().json())
                .param("credential", certificate.credential())
                .param("entry", certificate.entry())
                .param("content", entryContent)
                .param("at", Sql.at(certificate.registeredAt()))
                .update();
    }

    Optional<Certificate> find(CertificateNumber number) {
        return jdbc.sql("select * from certificate.certificate where number = :number")
                .param("number", number.value())
                .query(CertificateStore::certificate)
                .optional();
    }

    /// Nobody else changes its state until this transaction ends.
    Optional<Certificate> lock(CertificateNumber number) {
        return jdbc.sql("select * from certificate.certificate where number = :number for update")
                .param("number", number.value())
                .query(CertificateStore::certificate)
                .optional();
    }

    Optional<Certificate> of(AssessmentId assessment) {
        return jdbc.sql("select * from certificate.certificate where assessment = :assessment")
                .param("assessment", assessment.value())
                .query(CertificateStore::certificate)
                .optional();
    }

    List<Certificate> of(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate where organisation = :organisation
                        order by serial desc
                        """)
                .param("organisation", organisation.value())
                .query(CertificateStore::certificate)
                .list();
    }

    /// Newest first.
    List<Certificate> in(Collection<State> states, int most) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate where state = any(:states::text[])
                        order by changed_at desc, serial desc limit :most
                        """)
                .param("states", Sql.array(states.stream().map(State::code).toList()))
                .param("most", most)
                .query(CertificateStore::certificate)
                .list();
    }

    void change(Certificate certificate, State state, String reason, Instant at) {
        jdbc.sql(
                        """
                        update certificate.certificate set state = :state, reason = :reason, changed_at = :at
                        where number = :number
                        """)
                .param("state", state.code())
                .param("reason", reason)
                .param("at", Sql.at(at))
                .param("number", certificate.number().value())
                .update();
    }

    void supersede(Certificate certificate, CertificateNumber by, Instant at) {
        jdbc.sql(
                        """
                        update certificate.certificate
                        set state = 'superseded', superseded_by = :by, reason = '', changed_at = :at
                        where number = :number
                        """)
                .param("by", by.value())
                .param("at", Sql.at(at))
                .param("number", certificate.number().value())
                .update();
    }

    /// Those that ran out before a day, locked; those another instance is at are left out.
    List<Certificate> runOut(LocalDate day, int most) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate
                        where state in ('registered', 'suspended') and valid_until < :day
                        order by valid_until, serial limit :most
                        for update skip locked
                        """)
                .param("day", day)
                .param("most", most)
                .query(CertificateStore::certificate)
                .list();
    }

    /// Living ones whose last day lies between two days, both included.
    List<Certificate> ending(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate
                        where state in ('registered', 'suspended') and valid_until between :from and :to
                        order by valid_until, serial
                        """)
                .param("from", from)
                .param("to", to)
                .query(CertificateStore::certificate)
                .list();
    }

    /// Places in a block of the status lists whose certificate is in one of these states.
    List<Integer> places(long block, Collection<State> states) {
        long first = StatusPlace.firstOf(block);
        return jdbc.sql(
                        """
                        select (serial - :first)::int from certificate.certificate
                        where serial >= :first and serial < :end and state = any(:states::text[])
                          and state in ('suspended', 'withdrawn', 'superseded')
                        """)
                .param("first", first)
                .param("end", StatusPlace.firstOf(block + 1))
                .param("states", Sql.array(states.stream().map(State::code).toList()))
                .query((row, index) -> row.getInt(1))
                .list();
    }

    /// How many certificates were ever registered.
    long count() {
        return jdbc.sql("select coalesce(max(serial), -1) + 1 from certificate.certificate")
                .query(Long.class)
                .single();
    }

    /// The register's entry of the registration, byte for byte.
    String entryContent(CertificateNumber number) {
        return jdbc.sql("select entry_content from certificate.certificate where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    /// Notes that something is told now.
    ///
    /// @return false when it was told before
    boolean tell(String subject, String what, LocalDate due, Instant at) {
        return jdbc.sql(
                                """
                                insert into certificate.told (subject, what, due, at)
                                values (:subject, :what, :due, :at) on conflict do nothing
                                """)
                        .param("subject", subject)
                        .param("what", what)
                        .param("due", due)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    private static Certificate certificate(ResultSet row, int index) throws SQLException {
        return new Certificate(
                new CertificateNumber(row.getString("number")),
                row.getLong("serial"),
                new AssessmentId(row.getObject("assessment", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                State.of(row.getString("state")),
                CertificateFacts.parse(row.getString("facts")),
                row.getString("credential"),
                row.getLong("entry"),
                Sql.instant(row, "registered_at"),
                Sql.instant(row, "changed_at"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("superseded_by")).map(CertificateNumber::new));
    }
}
