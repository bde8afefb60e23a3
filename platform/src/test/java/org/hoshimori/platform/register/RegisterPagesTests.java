package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.log.Bundle;
import org.hoshimori.log.Bytes;
import org.hoshimori.log.DumpVerdict;
import org.hoshimori.log.DumpVerifier;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.VerifierKey;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.api.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterPagesTests extends PlatformTests {

    private static final String NUMBER = "9990000000033";

    @Autowired private Register register;
    @Autowired private TransactionTemplate transaction;

    private Receipt receipt =
            new Receipt(0, org.hoshimori.log.Hash.EMPTY_TREE, "", java.time.Instant.EPOCH);

    @BeforeEach
    void register() {
        Company company = Samples.company(NUMBER, "<b>公開</b>製作所", "コウカイセイサクジョ");
        receipt = transaction.execute(status -> register.append(Samples.registered(company)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void anyoneReadsSearchCompanyEntryAndLog(String language) {
        for (String path :
                List.of(
                        "/register",
                        "/register?q=公開",
                        "/register?q=nothing-like-this",
                        "/register?q=a%2Bb%7Bc%7D&sort=-name&level=3&prefecture=23&industry=E&state=any",
                        "/register/companies/" + NUMBER,
                        "/register/entries/" + receipt.number(),
                        "/register/log")) {
            HttpResponse<String> response =
                    visit().open(
                                    encode(path)
                                            + (path.contains("?") ? "&" : "?")
                                            + "lang="
                                            + language);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body())
                    .contains("<html lang=\"" + language)
                    .doesNotContain("<b>公開");
        }
    }

    /// A program without a token; whatever it is answered is held against the description.
    @Test
    void everyAnswerForProgramsIsAsDescribedAndNeedsNoToken() {
        var program = new Program(home, "");
        String api = "/api/v1/register";
        program.get(api + "/registrations?q=" + NUMBER).is(200);
        program.get(api + "/registrations?sort=colour").is(400);
        program.get(api + "/companies/" + NUMBER).is(200);
        program.get(api + "/companies/0000000000000").is(404);
        program.get(api + "/entries/" + receipt.number()).is(200);
        program.get(api + "/entries/999999999").is(404);
        program.get(api + "/entries/" + receipt.number() + "/proof").is(200);
    }

    @Test
    void keepsWhatWasTypedInEveryLink() {
        String page = visit().get("/register?q=" + "a%2Bb%7Bc%7D%26").body();
        assertThat(page).contains("value=\"a+b{c}&amp;\"");
        String sorted = visit().get(encode("/register?q=製作所")).body();
        assertThat(sorted).contains("/register?q=%E8%A3%BD%E4%BD%9C%E6%89%80&amp;sort=level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/register/companies/0000000000000",
                "/register/companies/x",
                "/register/entries/999999999",
                "/register/entries/-1",
                "/register/entries/999999999/proof",
                "/register/log/tile/0/999",
                "/register/log/tile/0/000.p/300",
                "/register/log/tile/9/000",
                "/register/log/tile/",
                "/register/log/tile/entries/x001/000",
                "/api/v1/register/entries/999999999",
                "/api/v1/register/companies/0000000000000"
            })
    void whatIsNotThereIsNotFound(String path) {
        HttpResponse<String> response = visit().get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        if (path.startsWith("/api/")) {
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("application/problem+json"));
        }
    }

    @Test
    void aStrangerVerifiesAProofAndTheWholeDumpOverHttp() {
        VerifierKey key =
                VerifierKey.parse(visit().get("/register/log/key").body().strip()).orThrow();
        EntryProof proof =
                EntryProof.parse(
                                visit().get("/register/entries/" + receipt.number() + "/proof")
                                        .body())
                        .orThrow();
        assertThat(proof.verify(receipt.content().getBytes(StandardCharsets.UTF_8), List.of(key)))
                .isInstanceOf(EntryProof.Verdict.Included.class);
        SignedCheckpoint kept =
                SignedCheckpoint.parse(visit().get("/register/log/checkpoint").body()).orThrow();
        String dump = visit().get("/register/log/dump").body();
        assertThat(
                        new DumpVerifier(List.of(key), List.of(kept))
                                .verify(
                                        new ByteArrayInputStream(
                                                dump.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(DumpVerdict.Intact.class);
    }

    @Test
    void tilesAndEntriesAreServedForEver() {
        long size = register.checkpoint().head().size();
        int width = (int) Math.min(256, size);
        String tail = width == 256 ? "000" : "000.p/" + width;
        HttpResponse<String> tile = visit().get("/register/log/tile/0/" + tail);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        HttpResponse<String> bundle = visit().get("/register/log/tile/entries/000.p/1");
        String first = register.line(0).orElseThrow().content();
        assertThat(bundle.body().getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThanOrEqualTo(first.length());
        assertThat(Bundle.encode(List.of(Bytes.utf8(first).toArray())).length)
                .isEqualTo(first.getBytes(StandardCharsets.UTF_8).length + 2);
    }

    @Test
    void programsSearchAndAskAgainCheaply() {
        String path = "/api/v1/register/registrations?q=" + NUMBER;
        HttpResponse<String> found = visit().get(path);
        assertThat(found.body())
                .contains("\"corporate_number\":\"" + NUMBER + "\"")
                .containsPattern("\"count\":[1-9]");
        String tag = found.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                visit().send(
                                HttpRequest.newBuilder(visit().at(path))
                                        .header("If-None-Match", tag)
                                        .GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(visit().get("/api/v1/register/entries/" + receipt.number()).body())
                .contains("\"entry\":" + receipt.content());
        assertThat(visit().get("/api/v1/register/entries/" + receipt.number() + "/proof").body())
                .contains("\"leaf\":\"" + receipt.leaf().base64() + "\"");
        assertThat(visit().get("/api/v1/register/companies/" + NUMBER).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = visit().get("/api/v1/register/registrations?sort=colour");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("sort is one of");
    }

    private static String encode(String path) {
        return path.replace("公開", "%E5%85%AC%E9%96%8B")
                .replace("製作所", "%E8%A3%BD%E4%BD%9C%E6%89%80");
    }
}
