package org.hoshimori.platform.evidence;

import org.hoshimori.platform.evidence.EvidenceSettings.S3;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Decides where the bytes of evidence lie; a bucket that cannot be reached stops the start.
@Configuration(proxyBeanMethods = false)
class Bytes {

    @Bean
    ByteStore byteStore(EvidenceSettings settings) {
        S3 s3 = settings.s3();
        if (s3.bucket().isBlank()) {
            return new FolderStore(settings.directory());
        }
        var store = new BucketStore(client(s3), s3.bucket(), s3.prefix());
        store.check();
        return store;
    }

    private static S3Client client(S3 settings) {
        var builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .endpointOverride(settings.endpoint())
                        .forcePathStyle(settings.pathStyle())
                        // Newer checksums by default are more than other servers understand.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.accessKey().isBlank()) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(
                                    settings.accessKey(), settings.secretKey())));
        }
        return builder.build();
    }
}
