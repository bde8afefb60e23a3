package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hoshimori.platform.evidence.Incoming.Received;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Bytes in objects of a bucket, `PREFIXab/cd/abcd…`. The server compares each upload with its
/// Content-MD5 (the one checksum that every S3-compatible server knows), and has stored it durably
/// when it answers.
final class BucketStore implements ByteStore {

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    BucketStore(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /// @throws IllegalStateException when the bucket cannot be reached with these settings
    void check() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw new IllegalStateException(
                    "the bucket "
                            + bucket
                            + " of hoshimori.evidence.s3 does not answer; check endpoint, region, bucket and keys: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public void keep(Received received) throws IOException {
        String key = key(received.digest());
        if (size(key) != received.size()) {
            String md5 = md5(received.file());
            asked(() ->
                    s3.putObject(
                            request -> request.bucket(bucket).key(key).contentMD5(md5),
                            RequestBody.fromFile(received.file())));
        }
        Files.delete(received.file());
    }

    @Override
    public InputStream open(String digest) throws IOException {
        String key = key(digest);
        return asked(() -> s3.getObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public Stream<String> kept(Instant before) throws IOException {
        return asked(() ->
                s3
                        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                        .contents()
                        .stream()
                        .filter(object -> object.lastModified().isBefore(before))
                        .map(object -> object.key().substring(object.key().lastIndexOf('/') + 1))
                        .filter(ByteStore::isDigest));
    }

    @Override
    public void remove(String orphan) throws IOException {
        String key = key(orphan);
        asked(() -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    /// @return -1 when there is none
    private long size(String key) throws IOException {
        return asked(() -> {
            try {
                return s3.headObject(request -> request.bucket(bucket).key(key)).contentLength();
            } catch (NoSuchKeyException e) {
                return -1L;
            }
        });
    }

    private String key(String digest) {
        return prefix + ByteStore.place(digest);
    }

    /// A bucket that does not answer is a broken machine, as a broken disk is.
    private <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new IOException("bucket " + bucket + ": " + e.getMessage(), e);
        }
    }

    private static String md5(Path file) throws IOException {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), md5)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
