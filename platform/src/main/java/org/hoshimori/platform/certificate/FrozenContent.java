package org.hoshimori.platform.certificate;

import java.util.Optional;
import org.hoshimori.platform.assessment.Frozen;
import org.hoshimori.platform.register.Company;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a frozen assessment says of the company, the scope and the edition: a certificate says
/// exactly that, whatever has changed since.
public record FrozenContent(
        Company company, String editionDigest, String scope, String englishScope) {

    private static final JsonMapper JSON = new JsonMapper();

    static FrozenContent of(Frozen frozen) {
        JsonNode node = JSON.readTree(frozen.json());
        JsonNode company = node.path("company");
        return new FrozenContent(
                new Company(
                        company.path("corporate_number").asString(),
                        company.path("name").asString(),
                        company.path("kana").asString(),
                        Optional.of(company.path("english_name").asString())
                                .filter(name -> !name.isBlank()),
                        company.path("prefecture").asString(),
                        company.path("industry").asString()),
                node.path("edition_sha256").asString(),
                node.path("scope").path("text").asString(),
                node.path("scope").path("english").asString());
    }
}
