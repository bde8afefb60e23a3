package org.hoshimori.platform.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows that tell of evidence.
@Component
class EvidenceStore {

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Evidence evidence) {
        jdbc.sql(
                        """
                        insert into evidence.evidence
                        (id, organisation, kind, name, digest, size, media_type, content, checked, hidden, at, by)
                        values (:id, :organisation, :kind, :name, :digest, :size, :mediaType, :content, :checked, false, :at, :by)
                        """)
                .param("id", evidence.id().value())
                .param("organisation", evidence.owner().value())
                .param("kind", evidence.kind().name())
                .param("name", evidence.name())
                .param("digest", evidence.digest().orElse(null))
                .param("size", evidence.size())
                .param("mediaType", evidence.mediaType())
                .param("content", evidence.text().orElse(null))
                .param("checked", evidence.check().name())
                .param("at", Sql.at(evidence.at()))
                .param("by", evidence.by().value())
                .update();
    }

    /// In the order asked.
    List<Evidence> of(Collection<EvidenceId> ids) {
        return jdbc.sql(
                        """
                        select evidence.* from evidence.evidence
                        join unnest(:ids::uuid[]) with ordinality as asked (id, place) using (id)
                        order by place
                        """)
                .param("ids", Sql.array(ids.stream().map(EvidenceId::toString).toList()))
                .query((row, index) -> evidence(row))
                .list();
    }

    List<Evidence> list(OrganisationId owner) {
        return jdbc.sql(
                        """
                        select * from evidence.evidence where organisation = :owner and not hidden
                        order by at desc, id
                        """)
                .param("owner", owner.value())
                .query((row, index) -> evidence(row))
                .list();
    }

    /// @return whether it was listed until now
    boolean hide(EvidenceId id) {
        return jdbc.sql("update evidence.evidence set hidden = true where id = :id and not hidden")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// A file whose scan is due, locked so that another instance takes another one.
    ///
    /// @param after the last one looked at, so that one that cannot be scanned holds up none
    Optional<Evidence> nextWaiting(EvidenceId after) {
        return jdbc.sql(
                        """
                        select * from evidence.evidence where checked = 'WAITING' and id > :after
                        order by id limit 1 for update skip locked
                        """)
                .param("after", after.value())
                .query((row, index) -> evidence(row))
                .optional();
    }

    void checked(EvidenceId id, Evidence.Check check) {
        jdbc.sql("update evidence.evidence set checked = :checked where id = :id")
                .param("id", id.value())
                .param("checked", check.name())
                .update();
    }

    /// Those of some digests that no row tells of.
    List<String> unknown(Collection<String> digests) {
        return jdbc.sql(
                        """
                        select digest from unnest(:digests::text[]) as lying (digest)
                        where not exists (select 1 from evidence.evidence told where told.digest = lying.digest)
                        """)
                .param("digests", Sql.array(digests))
                .query((row, index) -> row.getString("digest"))
                .list();
    }

    /// Until the transaction ends, nobody on any instance keeps or removes bytes of this digest.
    void lock(String digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evidence:' || :digest, 0))")
                .param("digest", digest)
                .query((row, index) -> "")
                .list();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                new EvidenceId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Evidence.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Optional.ofNullable(row.getString("digest")),
                row.getLong("size"),
                row.getString("media_type"),
                Optional.ofNullable(row.getString("content")),
                Evidence.Check.valueOf(row.getString("checked")),
                row.getBoolean("hidden"),
                Sql.instant(row, "at"),
                new AccountId(row.getObject("by", UUID.class)));
    }
}
