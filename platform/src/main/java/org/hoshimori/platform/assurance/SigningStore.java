package org.hoshimori.platform.assurance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Signatures.Signature;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.rules.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of drafts, confirmations and pledges; what was signed is never altered.
@Component
class SigningStore {

    private final JdbcClient jdbc;

    SigningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a draft and forgets those nobody can sign any more.
    void keep(Draft draft) {
        jdbc.sql("delete from assurance.draft where at < :before")
                .param("before", Sql.at(draft.at().minus(Draft.VALID)))
                .update();
        jdbc.sql(
                        """
                        insert into assurance.draft (id, kind, assessment, account, at, title, statement)
                        values (:id, :kind, :assessment, :account, :at, :title, :statement)
                        """)
                .param("id", draft.id())
                .param("kind", draft.kind().code())
                .param("assessment", draft.assessment().value())
                .param("account", draft.account().value())
                .param("at", Sql.at(draft.at()))
                .param("title", draft.title())
                .param("statement", draft.statement())
                .update();
    }

    /// A draft of this person for this assessment and nobody else's.
    Optional<Draft> draft(UUID id, Draft.Kind kind, AssessmentId assessment, AccountId account) {
        return jdbc.sql(
                        """
                        select * from assurance.draft
                        where id = :id and kind = :kind and assessment = :assessment and account = :account
                        """)
                .param("id", id)
                .param("kind", kind.code())
                .param("assessment", assessment.value())
                .param("account", account.value())
                .query((row, index) ->
                        new Draft(
                                row.getObject("id", UUID.class),
                                Draft.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                new AssessmentId(row.getObject("assessment", UUID.class)),
                                new AccountId(row.getObject("account", UUID.class)),
                                Sql.instant(row, "at"),
                                row.getString("title"),
                                row.getBytes("statement")))
                .optional();
    }

    void forget(Draft draft) {
        jdbc.sql("delete from assurance.draft where id = :id").param("id", draft.id()).update();
    }

    void insert(Confirmation confirmation, UUID engagement) {
        Confirmation.Signatory by = confirmation.by();
        Signature signature = confirmation.signature();
        jdbc.sql(
                        """
                        insert into assurance.confirmation
                            (id, assessment, engagement, expert, frozen, at, statement, digest, credential, public_key,
                             authenticator_data, client_data, signature, signed_at, expert_name, qualification_kind,
                             qualification_name_ja, qualification_name_en, qualification_number, valid_from, valid_until,
                             independence_ja, independence_en)
                        values (:id, :assessment, :engagement, :expert, :frozen, :at, :statement, :digest, :credential,
                             :key, :authenticator, :client, :signature, :signed, :name, :kind, :kindJa, :kindEn, :number,
                             :from, :until, :independenceJa, :independenceEn)
                        """)
                .param("id", confirmation.id())
                .param("assessment", confirmation.assessment().value())
                .param("engagement", engagement)
                .param("expert", by.account().value())
                .param("frozen", confirmation.frozen())
                .param("at", Sql.at(confirmation.at()))
                .param("statement", confirmation.statement())
                .param("digest", confirmation.digest())
                .param("credential", signature.credentialId())
                .param("key", signature.publicKeyCose())
                .param("authenticator", signature.authenticatorData())
                .param("client", signature.clientDataJson())
                .param("signature", signature.signature())
                .param("signed", Sql.at(signature.at()))
                .param("name", by.name())
                .param("kind", by.kind())
                .param("kindJa", by.qualification().ja())
                .param("kindEn", by.qualification().en())
                .param("number", by.number())
                .param("from", by.validFrom())
                .param("until", by.validUntil().orElse(null))
                .param("independenceJa", confirmation.independence().ja())
                .param("independenceEn", confirmation.independence().en())
                .update();
    }

    /// The newest confirmation of an assessment.
    Optional<Confirmation> confirmation(AssessmentId assessment) {
        return jdbc.sql(
                        """
                        select * from assurance.confirmation where assessment = :assessment order by at desc limit 1
                        """)
                .param("assessment", assessment.value())
                .query(SigningStore::confirmation)
                .optional();
    }

    void insert(Pledge pledge) {
        Signature signature = pledge.signature();
        jdbc.sql(
                        """
                        insert into assurance.pledge
                            (id, assessment, confirmation, executive, executive_name, title, at, statement, digest,
                             credential, public_key, authenticator_data, client_data, signature, signed_at)
                        values (:id, :assessment, :confirmation, :executive, :name, :title, :at, :statement, :digest,
                             :credential, :key, :authenticator, :client, :signature, :signed)
                        """)
                .param("id", pledge.id())
                .param("assessment", pledge.assessment().value())
                .param("confirmation", pledge.confirmation())
                .param("executive", pledge.executive().value())
                .param("name", pledge.name())
                .param("title", pledge.title())
                .param("at", Sql.at(pledge.at()))
                .param("statement", pledge.statement())
                .param("digest", pledge.digest())
                .param("credential", signature.credentialId())
                .param("key", signature.publicKeyCose())
                .param("authenticator", signature.authenticatorData())
                .param("client", signature.clientDataJson())
                .param("signature", signature.signature())
                .param("signed", Sql.at(signature.at()))
                .update();
    }

    /// The newest pledge of an assessment.
    Optional<Pledge> pledge(AssessmentId assessment) {
        return jdbc.sql(
                        "select * from assurance.pledge where assessment = :assessment order by at desc limit 1")
                .param("assessment", assessment.value())
                .query((row, index) -> {
                    var executive = new AccountId(row.getObject("executive", UUID.class));
                    return new Pledge(
                            row.getObject("id", UUID.class),
                            assessment,
                            row.getObject("confirmation", UUID.class),
                            executive,
                            row.getString("executive_name"),
                            row.getString("title"),
                            Sql.instant(row, "at"),
                            row.getBytes("statement"),
                            row.getString("digest"),
                            signature(row, executive));
                })
                .optional();
    }

    private static Confirmation confirmation(ResultSet row, int index) throws SQLException {
        var expert = new AccountId(row.getObject("expert", UUID.class));
        return new Confirmation(
                row.getObject("id", UUID.class),
                new AssessmentId(row.getObject("assessment", UUID.class)),
                new Confirmation.Signatory(
                        expert,
                        row.getString("expert_name"),
                        row.getString("qualification_kind"),
                        new Text(
                                row.getString("qualification_name_ja"),
                                row.getString("qualification_name_en")),
                        row.getString("qualification_number"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                new Text(row.getString("independence_ja"), row.getString("independence_en")),
                row.getString("frozen"),
                Sql.instant(row, "at"),
                row.getBytes("statement"),
                row.getString("digest"),
                signature(row, expert));
    }

    private static Signature signature(ResultSet row, AccountId by) throws SQLException {
        Instant at = Sql.instant(row, "signed_at");
        return new Signature(
                by,
                at,
                row.getString("credential"),
                row.getBytes("public_key"),
                row.getBytes("authenticator_data"),
                row.getBytes("client_data"),
                row.getBytes("signature"));
    }
}
