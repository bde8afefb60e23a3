package org.hoshimori.platform.organisation;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Companies and their officers in the database.
@Component
class OrganisationStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Organisation> all(Collection<OrganisationId> ids) {
        return jdbc.sql(
                        """
                        select * from organisation.organisation where id = any(:ids::uuid[])
                        order by kana collate "ja-x-icu", number
                        """)
                .param("ids", texts(ids))
                .query((row, index) -> organisation(row))
                .list();
    }

    Optional<Organisation> find(CorporateNumber number) {
        return jdbc.sql("select * from organisation.organisation where number = :number")
                .param("number", number.value())
                .query((row, index) -> organisation(row))
                .optional();
    }

    /// @param kana katakana to find anywhere in the reading; matches at its beginning come first
    /// @param name what was typed, to find anywhere in the name
    List<Organisation> search(String kana, String name, int limit) {
        return jdbc.sql(
                        """
                        select * from organisation.organisation
                        where kana like '%' || :kana || '%' or name like '%' || :name || '%'
                        or english_name ilike '%' || :name || '%' or number = :plain
                        order by (kana like :kana || '%') desc, kana collate "ja-x-icu", number
                        limit :limit
                        """)
                .param("kana", literal(kana))
                .param("name", literal(name))
                .param("plain", name)
                .param("limit", limit)
                .query((row, index) -> organisation(row))
                .list();
    }

    /// @return whether the number was free; of two founders at once, one is first
    boolean add(OrganisationId id, CorporateNumber number, Profile profile) {
        return profile(
                                jdbc.sql(
                                        """
                                        insert into organisation.organisation
                                        (id, number, name, kana, english_name, prefecture, industry, size, website, created_at)
                                        values (:id, :number, :name, :kana, :english, :prefecture, :industry, :size, :website, :at)
                                        on conflict (number) do nothing
                                        """),
                                profile)
                        .param("id", id.value())
                        .param("number", number.value())
                        .param("at", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    void change(OrganisationId id, Profile profile) {
        profile(
                        jdbc.sql(
                                """
                                update organisation.organisation
                                set name = :name, kana = :kana, english_name = :english, prefecture = :prefecture,
                                    industry = :industry, size = :size, website = :website
                                where id = :id
                                """),
                        profile)
                .param("id", id.value())
                .update();
    }

    List<Officer> officers(OrganisationId id) {
        return jdbc.sql(
                        """
                        select name, kana from organisation.officer where organisation = :id order by place
                        """)
                .param("id", id.value())
                .query((row, index) -> new Officer(row.getString("name"), row.getString("kana")))
                .list();
    }

    void removeOfficers(OrganisationId id) {
        jdbc.sql("delete from organisation.officer where organisation = :id")
                .param("id", id.value())
                .update();
    }

    void addOfficers(OrganisationId id, List<Officer> officers) {
        jdbc.sql(
                        """
                        insert into organisation.officer (organisation, place, name, kana)
                        select :id, place, name, kana
                        from unnest(:places::int[], :names::text[], :kana::text[]) as listed (place, name, kana)
                        """)
                .param("id", id.value())
                .param(
                        "places",
                        IntStream.range(0, officers.size()).boxed().toArray(Integer[]::new))
                .param("names", Sql.array(officers.stream().map(Officer::name).toList()))
                .param("kana", Sql.array(officers.stream().map(Officer::kana).toList()))
                .update();
    }

    /// Lets one change of people at a time through, so that two owners cannot remove each other.
    void lock(OrganisationId id) {
        jdbc.sql("select 1 from organisation.organisation where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private static JdbcClient.StatementSpec profile(
            JdbcClient.StatementSpec statement, Profile profile) {
        return statement
                .param("name", profile.name())
                .param("kana", profile.kana())
                .param("english", profile.englishName().orElse(null))
                .param("prefecture", profile.prefecture())
                .param("industry", profile.industry())
                .param("size", profile.size().band())
                .param("website", profile.website().map(URI::toString).orElse(null));
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                new CorporateNumber(row.getString("number")),
                new Profile(
                        row.getString("name"),
                        row.getString("kana"),
                        Optional.ofNullable(row.getString("english_name")),
                        row.getString("prefecture"),
                        row.getString("industry"),
                        Size.of(row.getString("size")),
                        Optional.ofNullable(row.getString("website")).map(URI::create)),
                Sql.instant(row, "created_at"));
    }

    private static String[] texts(Collection<OrganisationId> ids) {
        return Sql.array(ids.stream().map(OrganisationId::toString).collect(Collectors.toSet()));
    }

    /// Text that `like` takes as it stands.
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
