package org.hoshimori.platform.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param directory where the bytes lie; instances that share a database share this folder too
@ConfigurationProperties("hoshimori.evidence")
record EvidenceSettings(Path directory) {}
