package org.hoshimori.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Experts;
import org.hoshimori.platform.assurance.Pledging;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.credential.CertificateVerifier;
import org.hoshimori.platform.credential.Newer;
import org.hoshimori.platform.credential.Trust;
import org.hoshimori.platform.credential.Verification;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.register.Kind;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// From the pledge to the end of a certificate, on real signatures and the real register.
class CertificatesTests extends PlatformTests {

    @Autowired private Accounts accounts;
    @Autowired private Organisations organisations;
    @Autowired private Assessments assessments;
    @Autowired private Experts experts;
    @Autowired private Assurances assurances;
    @Autowired private Signatures signatures;
    @Autowired private Certificates certificates;
    @Autowired private Register register;

    private final Map<Actor, SoftAuthenticator> keys = new HashMap<>();
    private Pledging world;
    private Actor operator;

    @BeforeEach
    void newWorld() {
        world =
                new Pledging(
                        accounts,
                        organisations,
                        assessments,
                        experts,
                        assurances,
                        signatures,
                        clock,
                        (actor, options) ->
                                keys.computeIfAbsent(actor, who -> passkey(signedIn(who.email())))
                                        .get(options));
        operator = world.operator();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void registersAndAStrangerVerifiesOffline() throws Exception {
        Pledging.Case one = world.pledged();
        Visit owner = signedIn(one.owner().email());
        String apply = "/assessments/" + one.assessment() + "/apply";
        assertThat(owner.get(apply).body()).contains("登録を申請する", "81件すべて");
        assertThat(owner.post(apply, Map.of()).statusCode()).isEqualTo(302);
        assertThat(owner.get(apply).body()).contains("制度運営の確認を待っています");

        Visit desk = operatorsVisit();
        ApplicationId id = certificates.application(one.assessment()).orElseThrow().id();
        assertThat(desk.get("/desk/operator").body()).contains(id.toString());
        assertThat(desk.get("/desk/operator/" + id).body())
                .contains("登録する", "いま検証し直し、有効でした", "本社", "代表取締役")
                .doesNotContain("不合格");
        assertThat(desk.post("/desk/operator/" + id + "/register", Map.of()).statusCode())
                .isEqualTo(302);

        Certificate certificate = certificates.of(one.assessment()).orElseThrow();
        String number = certificate.number().value();
        assertThat(assessments.get(one.assessment()).stage()).isEqualTo(Stage.REGISTERED);
        assertThat(certificate.facts().validUntil())
                .isEqualTo(certificate.facts().validFrom().plusMonths(12).minusDays(1));
        assertThat(kinds(number)).containsExactly(Kind.REGISTERED);
        assertThat(owner.get(apply).body()).contains(number);

        assertThat(visit().get("/certificates/" + number).body())
                .contains(number, "登録中", "専門家の独立性");
        assertThat(visit().get("/certificates/" + number + "?lang=en").body())
                .contains("Registered", "Verify it yourself");
        for (String ending : List.of(".pdf?lang=ja", ".pdf?lang=en", ".jwt", ".json")) {
            assertThat(verdict(bytes("/certificates/" + number + ending)))
                    .as(ending)
                    .isEqualTo("genuine");
        }
        assertThat(visit().get("/verify?number=" + number.toLowerCase()).body()).contains("本物です");
        assertThat(visit().get("/status/suspension-1").statusCode()).isEqualTo(200);
        assertThat(visit().get("/status/suspension-9").statusCode()).isEqualTo(404);
    }

    @Test
    void everyChangeOfStateIsAnEntryAndChangesTheVerdict() throws Exception {
        CertificateNumber number = registered(world.pledged());
        byte[] before = bytes("/certificates/" + number + ".pdf");
        assertThat(certificates.suspend(operator, number, " "))
                .isInstanceOf(Changed.ReasonMissing.class);
        certificates.suspend(operator, number, "是正の報告を待つ");
        assertThat(verdict(bytes("/certificates/" + number + ".json"))).isEqualTo("suspended");
        assertThat(sent(before, "old.pdf")).contains("停止中です");
        assertThat(certificates.suspend(operator, number, "もう一度"))
                .isEqualTo(new Changed.NotNow(State.SUSPENDED));
        certificates.reinstate(operator, number, "是正を確かめた。".repeat(2_000));
        assertThat(verdict(bytes("/certificates/" + number + ".json"))).isEqualTo("genuine");
        certificates.withdraw(operator, number, "虚偽の申告");
        assertThat(verdict(bytes("/certificates/" + number + ".json"))).isEqualTo("revoked");
        assertThat(visit().get("/certificates/" + number).body()).contains("虚偽の申告");
        assertThat(certificates.reinstate(operator, number, "戻す"))
                .isInstanceOf(Changed.NotNow.class);
        assertThat(kinds(number.value()))
                .containsExactly(Kind.REGISTERED, Kind.SUSPENDED, Kind.REINSTATED, Kind.WITHDRAWN);
        // Saved before: its own words are as old as the download, and say so.
        assertThat(verdict(before)).isEqualTo("genuine");
    }

    @Test
    void aRefusalNeedsItsReasonAndReachesTheCompany() {
        Pledging.Case one = world.pledged();
        ApplicationId id = applied(one);
        assertThat(certificates.refuse(operator, id, "")).isInstanceOf(Decided.ReasonMissing.class);
        assertThat(certificates.refuse(operator, id, "適用範囲に第二工場がない。"))
                .isInstanceOf(Decided.Refused.class);
        assertThat(certificates.register(operator, id))
                .isEqualTo(new Decided.NotNow(Application.Decision.REFUSED));
        assertThat(
                        signedIn(one.owner().email())
                                .get("/assessments/" + one.assessment() + "/apply")
                                .body())
                .contains("適用範囲に第二工場がない。");
        assertThat(certificates.of(one.assessment())).isEmpty();
    }

    @Test
    void expiresOnceAfterItsLastDayInTokyo() throws Exception {
        CertificateNumber number = registered(world.pledged());
        clock.advance(Duration.ofDays(364));
        certificates.expire();
        assertThat(certificates.find(number).orElseThrow().state()).isEqualTo(State.REGISTERED);
        certificates.remind();
        assertThat(certificates.remind()).as("told once").isZero();
        clock.advance(Duration.ofDays(2));
        certificates.expire();
        certificates.expire();
        assertThat(kinds(number.value())).containsExactly(Kind.REGISTERED, Kind.EXPIRED);
        assertThat(visit().get("/certificates/" + number).body()).contains("失効");
    }

    @Test
    void ofInstancesThatLookAtTheSameTimeOneRemindsAndOneExpires() throws Exception {
        Pledging.Case one = world.pledged();
        CertificateNumber number = registered(one);
        clock.advance(Duration.ofDays(360));
        atTheSameTime(certificates::remind);
        String owner = one.owner().email();
        awaitLetters();
        clock.advance(Duration.ofDays(6));
        atTheSameTime(certificates::expire);
        assertThat(kinds(number.value())).containsExactly(Kind.REGISTERED, Kind.EXPIRED);
        awaitLetters();
        assertThat(lettersOf(owner, "expiring")).isEqualTo(1);
        assertThat(lettersOf(owner, "expired")).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from trail.line
                                        where subject = :subject and what = 'certificate.expired'
                                        """)
                                .param("subject", "certificate:" + number)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    /// Nothing in this process keeps the callers apart, only the database, as with instances.
    private static void atTheSameTime(Callable<Integer> job) throws Exception {
        int instances = 4;
        var ready = new CyclicBarrier(instances);
        try (var threads = Executors.newFixedThreadPool(instances)) {
            Callable<Integer> together =
                    () -> {
                        ready.await(10, TimeUnit.SECONDS);
                        return job.call();
                    };
            for (var done : threads.invokeAll(Collections.nCopies(instances, together))) {
                done.get();
            }
        }
    }

    @Test
    void theRenewalTakesThePlaceOfTheOldOne() throws Exception {
        Pledging.Case first = world.pledged();
        CertificateNumber old = registered(first);
        CertificateNumber fresh = registered(world.renewed(first));
        assertThat(certificates.find(old).orElseThrow().supersededBy()).hasValue(fresh);
        assertThat(kinds(old.value())).containsExactly(Kind.REGISTERED, Kind.SUPERSEDED);
        assertThat(verdict(bytes("/certificates/" + old + ".json"))).isEqualTo("revoked");
        assertThat(verdict(bytes("/certificates/" + fresh + ".json"))).isEqualTo("genuine");
    }

    @Test
    void nothingIsRegisteredWhoseSignatureDoesNotHold() {
        Pledging.Case one = world.pledged();
        ApplicationId id = applied(one);
        // Somebody with the database's own rights edits what was signed.
        jdbc.sql("alter table assurance.confirmation disable trigger user").update();
        jdbc.sql(
                        """
                        update assurance.confirmation set statement = statement || ' '::bytea
                        where assessment = :id
                        """)
                .param("id", one.assessment().value())
                .update();
        jdbc.sql("alter table assurance.confirmation enable trigger user").update();
        assertThat(certificates.register(operator, id)).isInstanceOf(Decided.Blocked.class);
        assertThat(certificates.of(one.assessment())).isEmpty();
    }

    @Test
    void onlyTheOperatorDecidesAndOnlyTheCompanyApplies() {
        Pledging.Case one = world.pledged();
        Actor stranger = world.person("通りすがり");
        assertThatThrownBy(() -> certificates.apply(stranger, one.assessment()))
                .isInstanceOf(NotFound.class);
        ApplicationId id = applied(one);
        assertThatThrownBy(() -> certificates.register(one.owner(), id))
                .isInstanceOf(NotFound.class);
        CertificateNumber number =
                ((Decided.Registered) certificates.register(operator, id)).certificate();
        assertThatThrownBy(() -> certificates.suspend(one.owner(), number, "x"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.withdraw(stranger, number, "x"))
                .isInstanceOf(AccessDeniedException.class);
        Visit visit = signedIn(stranger.email());
        assertThat(visit.get("/desk/operator").statusCode()).isEqualTo(404);
        assertThat(visit.get("/desk/operator/" + id).statusCode()).isEqualTo(404);
        assertThat(certificates.withdraw(one.owner(), number, "事業を譲渡した"))
                .isInstanceOf(Changed.Done.class);
    }

    @Test
    void verifiesAFileAPictureAndNonsense() throws Exception {
        CertificateNumber number = registered(world.pledged());
        byte[] pdf = bytes("/certificates/" + number + ".pdf");
        assertThat(sent(pdf, "certificate.pdf")).contains("本物です", number.value());
        pdf[pdf.length / 2] ^= 1;
        assertThat(sent(pdf, "certificate.pdf")).contains("発行されたままのものではありません");
        assertThat(sent(picture(home + "/certificates/" + number), "qr.png")).contains("本物です");
        assertThat(sent(picture("https://elsewhere.example/certificates/" + number), "qr.png"))
                .contains("ほかの登録簿", "elsewhere.example");
        assertThat(sent("hello".getBytes(StandardCharsets.UTF_8), "x.txt"))
                .contains("登録証として読み取れません");
        assertThat(visit().get("/verify?number=SCS3-2026-999999-X").body())
                .contains("この番号の登録証はありません");
        assertThat(visit().get("/verify?number=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    /// Letters are written after the transaction that they tell of.
    private void awaitLetters() throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            if (jdbc.sql(
                                    "select count(*) from event.event_publication where event_type like '%.CertificateExpir%'")
                            .query(Integer.class)
                            .single()
                    == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("letters that nobody writes");
    }

    private int lettersOf(String email, String kind) {
        return jdbc.sql(
                        "select count(*) from notice.letter where to_address = :to and kind = :kind")
                .param("to", email)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private ApplicationId applied(Pledging.Case one) {
        return ((Applied.Received) certificates.apply(one.owner(), one.assessment())).application();
    }

    private CertificateNumber registered(Pledging.Case one) {
        return switch (certificates.register(operator, applied(one))) {
            case Decided.Registered(CertificateNumber number) -> number;
            case Decided other -> throw new AssertionError(other);
        };
    }

    private List<Kind> kinds(String number) {
        return register.history(number).stream().map(one -> one.entry().kind()).toList();
    }

    private Visit operatorsVisit() {
        jdbc.sql("update account.account set operator = true where email = :email")
                .param("email", operator.email())
                .update();
        return signedIn(operator.email());
    }

    /// As the command line does it: with nothing but the trust file and the document.
    private String verdict(byte[] file) {
        var verifier = new CertificateVerifier(Trust.in(data.resolve("trust")).issuers(), clock);
        return switch (verifier.verify(file, Newer.NOTHING)) {
            case Verification.Judged(var verdict) -> verdict.word();
            case Verification.Unreadable(var reason) -> throw new AssertionError(reason);
        };
    }

    private byte[] bytes(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response =
                    client.send(
                            HttpRequest.newBuilder(visit().at(path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }
    }

    private String sent(byte[] file, String name) throws IOException {
        Visit visit = visit();
        visit.get("/verify");
        var body = new ByteArrayOutputStream();
        body.write(
                ("--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return visit.send(
                        HttpRequest.newBuilder(visit.at("/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=frontier")
                                .header("X-CSRF-TOKEN", visit.token())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
                .body();
    }

    private static byte[] picture(String text) throws IOException {
        var code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        int side = (code.size + 8) * 5;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.getModule(x / 5 - 4, y / 5 - 4);
                image.setRGB(x, y, (dark ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
