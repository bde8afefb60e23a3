package org.hoshimori.platform.evidence;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param directory where bytes arrive, and where they stay unless a bucket is named; instances
///   that share a database share this folder then
/// @param s3 the bucket of an S3-compatible store
@ConfigurationProperties("hoshimori.evidence")
record EvidenceSettings(Path directory, @DefaultValue S3 s3) {

    /// @param bucket empty: bytes stay in the folder
    /// @param endpoint none: Amazon's own for the region
    /// @param prefix what keys begin with, for example `evidence/`
    /// @param accessKey empty: what the AWS SDK finds (environment, profile, role of the machine)
    /// @param pathStyle the bucket in the path, as most servers but Amazon's want it
    record S3(
            @DefaultValue("") String bucket,
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("true") boolean pathStyle) {}
}
