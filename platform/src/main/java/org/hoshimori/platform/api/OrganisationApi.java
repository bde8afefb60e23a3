package org.hoshimori.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose token it is: the company, and the token itself.
@RestController
class OrganisationApi {

    private final Organisations organisations;
    private final Records records;

    OrganisationApi(Organisations organisations, Records records) {
        this.organisations = organisations;
        this.records = records;
    }

    record TokenRecord(String id, String name, String access, Instant expires_at) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrganisationRecord(
            String id,
            String corporate_number,
            String name,
            String kana,
            @Nullable String english_name,
            String prefecture,
            String industry,
            String size,
            @Nullable String website,
            TokenRecord token) {}

    @GetMapping("/api/v1/organisation")
    ResponseEntity<String> own(Caller caller) {
        Organisation own = organisations.get(caller.company());
        Token token = caller.token();
        return records.tagged(
                new OrganisationRecord(
                        own.id().toString(),
                        own.number().value(),
                        own.name(),
                        own.kana(),
                        own.englishName().orElse(null),
                        own.prefecture(),
                        own.industry(),
                        own.size().band(),
                        own.website().map(Object::toString).orElse(null),
                        new TokenRecord(
                                token.id().toString(),
                                token.name(),
                                token.access().code(),
                                token.expiresAt())));
    }
}
