package org.hoshimori.platform.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The newest state of each certificate, kept in the transaction that appends, and its search.
@Component
class Registrations {

    static final int PAGE = 20;

    private static final String SEPARATOR = "\u001f";

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
                        :states::text[], :from::date[], :until::date[], :entries::bigint[], :needles::text[], :terms::text[])
                as n (certificate, corporate_number, name, kana, english_name, prefecture, industry, scheme, edition,
                      level, state, registered_on, valid_until, entry, needle, terms)
            """;

    private static final String INSERT =
            """
            insert into register.registration (certificate, corporate_number, name, kana, english_name, prefecture, industry,
                scheme, edition, level, state, registered_on, valid_until, entry, needle, terms)
            select certificate, corporate_number, name, kana, nullif(english_name, ''), prefecture, industry, scheme,
                edition, level, state, registered_on, valid_until, entry, needle, string_to_array(terms, E'\\x1f')
            """
                    + ROWS;

    private static final String UPDATE =
            """
            update register.registration r set corporate_number = n.corporate_number, name = n.name, kana = n.kana,
                english_name = nullif(n.english_name, ''), prefecture = n.prefecture, industry = n.industry,
                scheme = n.scheme, edition = n.edition, level = n.level, state = n.state,
                registered_on = n.registered_on, valid_until = n.valid_until, entry = n.entry, needle = n.needle,
                terms = string_to_array(n.terms, E'\\x1f')
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
                .param(
                        "needles",
                        texts(
                                entries,
                                e -> Query.needles(e.company()).collect(Collectors.joining("\n"))))
                .param(
                        "terms",
                        texts(
                                entries,
                                e -> Query.termsOf(e).collect(Collectors.joining(SEPARATOR))))
                .update();
    }

    private static String[] texts(
            List<Entry> entries, java.util.function.Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }

    /// One page, and how many there are in all up to a bound.
    @Transactional(readOnly = true)
    Found search(Query query) {
        // A plan made for other words can be a hundred times slower; compiling one costs more than
        // it runs.
        jdbc.sql(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)")
                .query()
                .singleRow();
        List<Registration> page = new ArrayList<>(page(query));
        long count = count(query);
        Optional<String> next = Optional.empty();
        if (page.size() > PAGE) {
            page.removeLast();
            Registration last = page.getLast();
            next =
                    Optional.of(
                            new Query.Place(query.sort().keyOf(last), last.certificate()).token());
        }
        return new Found(List.copyOf(page), count, next);
    }

    private List<Registration> page(Query query) {
        String column = query.sort().column();
        String direction = query.descending() ? "desc" : "asc";
        String keyset =
                query.after().isEmpty()
                        ? ""
                        : " and (%s, certificate) %s (:key::%s, :certificate)"
                                .formatted(
                                        column,
                                        query.descending() ? "<" : ">",
                                        query.sort().type());
        String sql =
                "select * from register.registration where "
                        + conditions(query)
                        + keyset
                        + " order by %s %s, certificate %s limit %d"
                                .formatted(column, direction, direction, PAGE + 1);
        return bound(jdbc.sql(sql), query)
                .param("key", query.after().map(Query.Place::key).orElse(""))
                .param("certificate", query.after().map(Query.Place::certificate).orElse(""))
                .query(Registrations::mapped)
                .list();
    }

    private long count(Query query) {
        String sql =
                "select count(*) from (select 1 from register.registration where %s limit %d) counted"
                        .formatted(conditions(query), Found.MOST_COUNTED + 1);
        return bound(jdbc.sql(sql), query).query(Long.class).single();
    }

    /// Only fixed text goes into the statement; everything typed is bound.
    private static String conditions(Query query) {
        StringBuilder sql = new StringBuilder("true");
        if (!query.terms().isEmpty()) {
            sql.append(" and terms @> :terms::text[]");
        }
        if (query.columns().containsKey("level")) {
            sql.append(" and level = :level");
        }
        if (query.columns().containsKey("state")) {
            // Written exactly as in the indexes by day.
            sql.append(
                    switch (query.columns().getOrDefault("state", "")) {
                        case Query.ANY -> " and state <> ''";
                        case Query.CURRENT -> " and state <> 'superseded'";
                        default -> " and state = :state";
                    });
        }
        for (int i = 0; i < query.words().size(); i++) {
            sql.append(" and strpos(needle, :word").append(i).append(") > 0");
        }
        return sql.toString();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Query query) {
        JdbcClient.StatementSpec bound =
                statement
                        .param("terms", Sql.array(query.terms()))
                        .param("level", query.columns().getOrDefault("level", ""))
                        .param("state", query.columns().getOrDefault("state", ""));
        for (int i = 0; i < query.words().size(); i++) {
            bound = bound.param("word" + i, query.words().get(i));
        }
        return bound;
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
