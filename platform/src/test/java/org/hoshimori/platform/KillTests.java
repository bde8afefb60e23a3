package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hoshimori.log.SignedCheckpoint;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A kill -9 at any moment loses nothing that was acknowledged and leaves nothing half-done.
class KillTests {

    private static final String BOUNDARY = "----kill";

    private final Random random = new Random();

    @Test
    void losesNothingAcknowledgedAndLeavesNothingHalfDone() throws Exception {
        Path data = Instance.folder();
        Instance instance = Instance.inTheMiddleOfThePlay(data);
        try {
            instance.stop();
            assertThat(instance.said()).doesNotContain("Exception").contains("played on");
            instance = Instance.start(data);
            playsTheNationToItsEnd(instance);
            SignedCheckpoint first = instance.checkpoint();

            List<Saver> savers = saveUntilKilled(instance);
            instance = Instance.start(data);
            for (Saver saver : savers) {
                saver.findsEverything(instance.jdbc());
            }
            instance.verifiedRegister(first);

            Sent sent = uploadUntilKilled(instance, data);
            instance = Instance.start(data);
            holdsOnlyTheWholeFile(instance, data, sent);
            instance.verifiedRegister(first);

            String application = registerUntilKilled(instance);
            instance = Instance.start(data);
            standsWhollyOrNotAtAll(instance, application, first);

            servesBesideAnother(instance, first);
        } finally {
            instance.close();
        }
    }

    /// Every company of the sample, each with what it came for.
    private static void playsTheNationToItsEnd(Instance instance) throws IOException {
        assertThat(
                        instance.jdbc()
                                .sql("select count(*) from organisation.organisation")
                                .query(Integer.class)
                                .single())
                .isEqualTo(14);
        assertThat(instance.said()).contains("sample nation played");
    }

    /// Somebody who keeps saving one answer.
    private static final class Saver implements Runnable {

        private final Visit visit;
        private final String assessment;
        private final String criterion;
        private final int before;
        private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

        Saver(Visit visit, String assessment, String criterion, int before) {
            this.visit = visit;
            this.assessment = assessment;
            this.criterion = criterion;
            this.before = before;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    int version = before + acknowledged.size();
                    String note = "note " + (version + 1);
                    var answer =
                            visit.post(
                                    "/assessments/" + assessment + "/criteria/" + criterion,
                                    Map.of(
                                            "value",
                                            "met",
                                            "note",
                                            note,
                                            "version",
                                            Integer.toString(version)));
                    if (answer.statusCode() != HttpStatus.SEE_OTHER.value()) {
                        return;
                    }
                    acknowledged.add(note);
                }
            } catch (UncheckedIOException e) {
                // The server was killed.
            }
        }

        /// One save more may be there: committed, but killed before its answer left.
        void findsEverything(JdbcClient jdbc) {
            assertThat(acknowledged).hasSizeGreaterThan(3);
            List<String> history =
                    jdbc.sql(
                                    """
                                    select note from assessment.answer_history
                                    where assessment = :id::uuid and criterion = :criterion and version > :before
                                    order by number
                                    """)
                            .param("id", assessment)
                            .param("criterion", criterion)
                            .param("before", before)
                            .query(String.class)
                            .list();
            assertThat(history).startsWith(acknowledged.toArray(String[]::new));
            assertThat(history.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
            assertThat(
                            jdbc.sql(
                                            """
                                            select note || ' = ' || version from assessment.answer
                                            where assessment = :id::uuid and criterion = :criterion
                                            """)
                                    .param("id", assessment)
                                    .param("criterion", criterion)
                                    .query(String.class)
                                    .single())
                    .isEqualTo(history.getLast() + " = " + (before + history.size()));
        }
    }

    private List<Saver> saveUntilKilled(Instance instance) throws Exception {
        record Place(String assessment, String criterion, int version) {}
        List<Place> places =
                instance.jdbc()
                        .sql(
                                """
                                select assessment, criterion, answer.version from assessment.answer
                                join assessment.assessment on assessment.id = answer.assessment
                                join organisation.organisation on organisation.id = assessment.organisation
                                where organisation.name = '東海精密ばね株式会社' and stage = 'draft'
                                order by criterion limit 3
                                """)
                        .query((row, index) ->
                                new Place(row.getString(1), row.getString(2), row.getInt(3)))
                        .list();
        assertThat(places).hasSize(3);
        List<Saver> savers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Place place : places) {
            var saver =
                    new Saver(
                            instance.signedIn("/assessments/" + place.assessment()),
                            place.assessment(),
                            place.criterion(),
                            place.version());
            savers.add(saver);
            threads.add(Thread.ofVirtual().start(saver));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end
                && savers.stream().anyMatch(saver -> saver.acknowledged.size() < 15)) {
            Instance.pause(20);
        }
        Instance.pause(random.nextInt(50));
        instance.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        return savers;
    }

    /// An acknowledged file, and the digest of its bytes.
    private record Sent(String company, String digest) {}

    private Sent uploadUntilKilled(Instance instance, Path data) throws Exception {
        String company =
                instance.jdbc()
                        .sql(
                                "select id::text from organisation.organisation where name = '東海精密ばね株式会社'")
                        .query(String.class)
                        .single();
        Visit visit = instance.signedIn("/assessments/");
        byte[] whole = text(3);
        assertThat(
                        visit.send(
                                        upload(
                                                visit,
                                                company,
                                                new ByteArrayInputStream(
                                                        body(visit, "whole.txt", whole))))
                                .statusCode())
                .isEqualTo(302);
        var halfWay = new CountDownLatch(1);
        byte[] cut = body(visit, "cut.txt", text(4));
        int half = cut.length / 2;
        var slow =
                new SequenceInputStream(
                        new ByteArrayInputStream(cut, 0, half),
                        new InputStream() {
                            @Override
                            public int read() {
                                halfWay.countDown();
                                Instance.pause(60_000);
                                return -1;
                            }
                        });
        Thread sending =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                visit.send(upload(visit, company, slow));
                            } catch (UncheckedIOException e) {
                                // The server was killed.
                            }
                        });
        assertThat(halfWay.await(30, TimeUnit.SECONDS)).isTrue();
        Path incoming = data.resolve("evidence/incoming");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (files(incoming).isEmpty() && System.nanoTime() < end) {
            Instance.pause(20);
        }
        // Were it elsewhere, no sweep would ever find it.
        assertThat(files(incoming)).as("the part that has arrived").isNotEmpty();
        instance.kill();
        sending.interrupt();
        return new Sent(company, sha256(whole));
    }

    private static void holdsOnlyTheWholeFile(Instance instance, Path data, Sent sent)
            throws Exception {
        record Row(String id, String name, String digest) {}
        List<Row> rows =
                instance.jdbc()
                        .sql(
                                """
                                select id::text, name, digest from evidence.evidence
                                where organisation = :company::uuid and kind = 'FILE'
                                """)
                        .param("company", sent.company())
                        .query((row, index) ->
                                new Row(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("whole.txt");
                    assertThat(row.digest()).isEqualTo(sent.digest());
                });
        var read =
                instance.signedIn("/assessments/")
                        .get("/evidence/" + rows.getFirst().id() + "/file");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(sha256(read.body().getBytes(StandardCharsets.UTF_8))).isEqualTo(sent.digest());
        Path root = data.resolve("evidence");
        for (Path file : files(root)) {
            if (!file.startsWith(root.resolve("incoming"))) {
                assertThat(sha256(Files.readAllBytes(file)))
                        .isEqualTo(file.getFileName().toString());
            }
        }
    }

    private String registerUntilKilled(Instance instance) throws Exception {
        String application =
                instance.jdbc()
                        .sql(
                                """
                                select application.id::text from certificate.application
                                join organisation.organisation on organisation.id = application.organisation
                                where organisation.name = '青葉ソフトウェア株式会社' and decision = 'waiting'
                                """)
                        .query(String.class)
                        .single();
        Visit operator = instance.signedIn("/desk/operator");
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                operator.post(
                                        "/desk/operator/" + application + "/register", Map.of());
                            } catch (UncheckedIOException e) {
                                // The server was killed.
                            }
                        });
        Instance.pause(random.nextInt(200));
        instance.killWithDatabase();
        asking.join();
        return application;
    }

    private static void standsWhollyOrNotAtAll(
            Instance instance, String application, SignedCheckpoint first) throws Exception {
        long before = first.head().size();
        boolean registered = whole(instance, application, before);
        instance.verifiedRegister(first);
        if (!registered) {
            var answer =
                    instance.signedIn("/desk/operator")
                            .post("/desk/operator/" + application + "/register", Map.of());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(whole(instance, application, before)).isTrue();
            instance.verifiedRegister(first);
        }
    }

    /// Two instances on one database are one service: who is signed in at one is known at the
    /// other, and both show the same register.
    private static void servesBesideAnother(Instance instance, SignedCheckpoint first)
            throws IOException {
        try (Instance second = instance.beside()) {
            Visit visit = instance.signedIn("/assessments/");
            assertThat(visit.get(second.home() + "/account").statusCode()).isEqualTo(200);
            assertThat(second.checkpoint()).isEqualTo(instance.checkpoint());
            second.verifiedRegister(first);
        }
        assertThat(instance.visit().get("/register").statusCode()).isEqualTo(200);
    }

    /// Whether the application is registered; fails when only a part of it is.
    private static boolean whole(Instance instance, String application, long before)
            throws IOException {
        record Traces(
                String decision, String stage, String certificate, String listed, long size) {}
        Traces traces =
                instance.jdbc()
                        .sql(
                                """
                                select decision, stage, coalesce(certificate.number, ''),
                                    coalesce(registration.certificate, ''), (select size from register.log)
                                from certificate.application
                                join assessment.assessment on assessment.id = application.assessment
                                left join certificate.certificate on certificate.assessment = assessment.id
                                left join register.registration on registration.certificate = certificate.number
                                where application.id = :id::uuid
                                """)
                        .param("id", application)
                        .query((row, index) ->
                                new Traces(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5)))
                        .single();
        assertThat(instance.checkpoint().head().size()).isEqualTo(traces.size());
        if (traces.decision().equals("waiting")) {
            assertThat(traces).isEqualTo(new Traces("waiting", "applied", "", "", before));
            return false;
        }
        String number = traces.certificate();
        assertThat(traces)
                .isEqualTo(new Traces("registered", "registered", number, number, before + 1));
        for (String ending : List.of("", ".jwt", ".json")) {
            assertThat(instance.visit().get("/certificates/" + number + ending).statusCode())
                    .isEqualTo(200);
        }
        return true;
    }

    private static HttpRequest.Builder upload(Visit visit, String company, InputStream body) {
        return HttpRequest.newBuilder(visit.at("/companies/" + company + "/evidence"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-CSRF-TOKEN", visit.token())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body));
    }

    private static byte[] body(Visit visit, String name, byte[] content) throws IOException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                                .formatted(BOUNDARY, visit.token())
                        + "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n"
                                .formatted(BOUNDARY, name);
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.write(head.getBytes(StandardCharsets.UTF_8));
        bytes.write(content);
        bytes.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// Megabytes of text, other ones each time.
    private byte[] text(int megabytes) {
        var text = new StringBuilder();
        while (text.length() < megabytes * 1_000_000) {
            text.append("log line ").append(random.nextLong()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
