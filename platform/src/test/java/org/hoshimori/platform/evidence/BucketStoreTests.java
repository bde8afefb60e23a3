package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.hoshimori.platform.evidence.EvidenceSettings.S3;
import org.hoshimori.platform.evidence.Incoming.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Evidence in a bucket of a server that speaks S3 and that we did not write.
class BucketStoreTests {

    private static final Instant LATER = Instant.now().plusSeconds(3600);

    @TempDir private static Path folder;
    private static S3Proxy server;

    @BeforeAll
    static void aServerWithABucket() throws IOException {
        server = new S3Proxy(folder);
        try (S3Client client =
                S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(S3Proxy.KEY, S3Proxy.SECRET)))
                        .build()) {
            client.createBucket(request -> request.bucket("stars"));
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void bytesComeBackAsTheyWereAndLeaveNothingBehindOnTheDisk() throws IOException {
        ByteStore store = store("a/");
        Received received = received("a", "規程.pdf の中身".getBytes());
        store.keep(received);
        assertThat(received.file()).doesNotExist();
        try (InputStream content = store.open(received.digest())) {
            assertThat(content.readAllBytes()).isEqualTo("規程.pdf の中身".getBytes());
        }
    }

    @Test
    void theLargestFileIsKeptAndTheSameBytesAreKeptOnce() throws IOException {
        ByteStore store = store("b/");
        var largest = new byte[(int) Incoming.MOST];
        Received first = received("b", largest);
        store.keep(first);
        store.keep(received("b", largest));
        assertThat(kept(store, LATER)).containsExactly(first.digest());
    }

    @Test
    void theSweepSeesOnlyItsOwnPrefixAndWhatIsOldEnough() throws IOException {
        ByteStore store = store("c/");
        Received orphan = received("c", new byte[] {1});
        store.keep(orphan);
        store("d/").keep(received("d", new byte[] {2}));
        assertThat(kept(store, Instant.EPOCH)).isEmpty();
        assertThat(kept(store, LATER)).containsExactly(orphan.digest());
        store.remove(orphan.digest());
        store.remove(orphan.digest());
        assertThat(kept(store, LATER)).isEmpty();
        assertThatThrownBy(() -> store.open(orphan.digest())).isInstanceOf(IOException.class);
    }

    @Test
    void aBucketThatCannotBeUsedStopsTheStartAndSaysWhatToCheck() {
        assertThatThrownBy(() ->
                        store(settings(server.endpoint(), "nowhere", "", S3Proxy.SECRET), "e"))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("hoshimori.evidence.s3");
        assertThatThrownBy(() -> store(settings(server.endpoint(), "stars", "", "guess"), "e"))
                .hasMessageContaining("check endpoint, region, bucket and keys");
    }

    private static ByteStore store(String prefix) {
        return store(settings(server.endpoint(), "stars", prefix, S3Proxy.SECRET), prefix);
    }

    private static ByteStore store(S3 settings, String name) {
        return new Bytes().byteStore(new EvidenceSettings(folder.resolve(name), settings));
    }

    private static S3 settings(URI endpoint, String bucket, String prefix, String secret) {
        return new S3(bucket, endpoint, "us-east-1", prefix, S3Proxy.KEY, secret, true);
    }

    private static Received received(String name, byte[] bytes) throws IOException {
        var settings =
                new EvidenceSettings(
                        Files.createDirectories(folder.resolve(name)),
                        settings(server.endpoint(), "", "", ""));
        return new Incoming(settings).receive(new ByteArrayInputStream(bytes)).orElseThrow();
    }

    private static java.util.List<String> kept(ByteStore store, Instant before) throws IOException {
        try (Stream<String> kept = store.kept(before)) {
            return kept.toList();
        }
    }
}
