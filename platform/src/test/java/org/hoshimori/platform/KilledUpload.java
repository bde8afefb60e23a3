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
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One file that was acknowledged, and one that had come half-way when the server was killed.
///
/// @param digest of the acknowledged one
record KilledUpload(String company, String digest) {

    private static final String BOUNDARY = "----kill";

    static KilledUpload untilKilled(Instance instance, Path data) throws Exception {
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
        return new KilledUpload(company, sha256(whole));
    }

    void leftOnlyTheWholeFile(Instance instance, Path data) throws Exception {
        record Row(String id, String name, String digest) {}
        List<Row> rows =
                instance.jdbc()
                        .sql(
                                """
                                select id::text, name, digest from evidence.evidence
                                where organisation = :company::uuid and kind = 'FILE'
                                """)
                        .param("company", company)
                        .query((row, index) ->
                                new Row(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("whole.txt");
                    assertThat(row.digest()).isEqualTo(digest);
                });
        var read =
                instance.signedIn("/assessments/")
                        .get("/evidence/" + rows.getFirst().id() + "/file");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(sha256(read.body().getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
        Path root = data.resolve("evidence");
        for (Path file : files(root)) {
            if (!file.startsWith(root.resolve("incoming"))) {
                assertThat(sha256(Files.readAllBytes(file)))
                        .isEqualTo(file.getFileName().toString());
            }
        }
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
    private static byte[] text(int megabytes) {
        var random = new Random();
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
