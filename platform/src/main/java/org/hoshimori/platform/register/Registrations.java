package org.hoshimori.platform.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The newest state of each certificate, kept in the transaction that appends.
@Component
class Registrations {

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// First entries make registrations; later ones change them. An entry that fits neither is a
    /// bug of its caller, and nothing is appended.
    void apply(List<Receipt> receipts, List<Entry> entries) {
        List<Receipt> firstReceipts = new ArrayList<>();
        List<Entry> firsts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).kind() == Kind.REGISTERED) {
                firstReceipts.add(receipts.get(i));
                firsts.add(entries.get(i));
            }
        }
        if (!firsts.isEmpty()) {
            write(INSERT, firstReceipts, firsts);
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.kind() != Kind.REGISTERED
                    && write(UPDATE, List.of(receipts.get(i)), List.of(entry)) != 1) {
                throw new IllegalStateException(
                        entry.certificate()
                                + " was never registered and cannot be "
                                + entry.kind().word());
            }
        }
    }

    private static final String ROWS =
            """
            from unnest(:certificates::text[], :numbers::text[], :names::text[], :kana::text[], :english::text[],
                        :prefectures::text[], :industries::text[], :schemes::text[], :editions::text[], :levels::text[],
                        :states::text[], :from::date[], :until::date[], :entries::bigint[])
                as n (certificate, corporate_number, name, kana, english_name, prefecture, industry, scheme, edition,
                      level, state, registered_on, valid_until, entry)
            """;

    private static final String INSERT =
            """
            insert into register.registration (certificate, corporate_number, name, kana, english_name, prefecture, industry,
                scheme, edition, level, state, registered_on, valid_until, entry)
            select certificate, corporate_number, name, kana, nullif(english_name, ''), prefecture, industry, scheme,
                edition, level, state, registered_on, valid_until, entry
            """
                    + ROWS;

    private static final String UPDATE =
            """
            update register.registration r set corporate_number = n.corporate_number, name = n.name, kana = n.kana,
                english_name = nullif(n.english_name, ''), prefecture = n.prefecture, industry = n.industry,
                scheme = n.scheme, edition = n.edition, level = n.level, state = n.state,
                registered_on = n.registered_on, valid_until = n.valid_until, entry = n.entry
            """
                    + ROWS
                    + "where r.certificate = n.certificate";

    private int write(String sql, List<Receipt> receipts, List<Entry> entries) {
        return jdbc.sql(sql)
                .param("certificates", texts(entries, Entry::certificate))
                .param("numbers", texts(entries, e -> e.company().corporateNumber()))
                .param("names", texts(entries, e -> e.company().name()))
                .param("kana", texts(entries, e -> e.company().kana()))
                .param("english", texts(entries, e -> e.company().englishName().orElse("")))
                .param("prefectures", texts(entries, e -> e.company().prefecture()))
                .param("industries", texts(entries, e -> e.company().industry()))
                .param("schemes", texts(entries, Entry::scheme))
                .param("editions", texts(entries, Entry::edition))
                .param("levels", texts(entries, Entry::level))
                .param("states", texts(entries, e -> e.kind().state().word()))
                .param("from", texts(entries, e -> e.validFrom().toString()))
                .param("until", texts(entries, e -> e.validUntil().toString()))
                .param("entries", receipts.stream().map(Receipt::number).toArray(Long[]::new))
                .update();
    }

    private static String[] texts(
            List<Entry> entries, java.util.function.Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }

    /// How many entries the register has.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    long size() {
        return jdbc.sql("select size from register.log").query(Long.class).single();
    }

    /// What entries from this number on say of certificates, in their order. In a transaction of
    /// its own, which sees only what is there to stay.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    List<Registration> from(long entry, int most) {
        return jdbc.sql(
                        """
                        select * from register.registration where entry >= :entry order by entry limit :most
                        """)
                .param("entry", entry)
                .param("most", most)
                .query(Registrations::mapped)
                .list();
    }

    /// The hash of an entry in hexadecimal; empty when there is none.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    String leaf(long entry) {
        return jdbc.sql("select encode(leaf, 'hex') from register.entry where number = :number")
                .param("number", entry)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Those of these certificates, in this order.
    List<Registration> all(List<String> certificates) {
        return jdbc.sql(
                        """
                        select r.* from unnest(:certificates::text[]) with ordinality as asked (certificate, place)
                        join register.registration r on r.certificate = asked.certificate order by asked.place
                        """)
                .param("certificates", Sql.array(certificates))
                .query(Registrations::mapped)
                .list();
    }

    Optional<Registration> find(String certificate) {
        return jdbc.sql("select * from register.registration where certificate = :certificate")
                .param("certificate", certificate)
                .query(Registrations::mapped)
                .optional();
    }

    List<Registration> ofCompany(String corporateNumber) {
        return jdbc.sql(
                        """
                        select * from register.registration where corporate_number = :number
                        order by registered_on desc, certificate desc
                        """)
                .param("number", corporateNumber)
                .query(Registrations::mapped)
                .list();
    }

    private static Registration mapped(ResultSet row, int index) throws SQLException {
        Company company =
                new Company(
                        row.getString("corporate_number"),
                        row.getString("name"),
                        row.getString("kana"),
                        Optional.ofNullable(row.getString("english_name")),
                        row.getString("prefecture"),
                        row.getString("industry"));
        return new Registration(
                row.getString("certificate"),
                company,
                row.getString("scheme"),
                row.getString("edition"),
                row.getString("level"),
                Kind.of(row.getString("state")),
                row.getObject("registered_on", java.time.LocalDate.class),
                row.getObject("valid_until", java.time.LocalDate.class),
                row.getLong("entry"));
    }
}
