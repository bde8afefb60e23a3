package org.hoshimori.platform.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where a ClamAV daemon listens.
///
/// @param host empty: files are not scanned
/// @param port clamd's TCP socket
/// @param timeout for connecting, and for each answer
@ConfigurationProperties("hoshimori.clamav")
record ScannerSettings(String host, int port, Duration timeout) {

    ScannerSettings {
        if (port < 1 || port > 65535 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "hoshimori.clamav: the port is 1 to 65535, the timeout more than nothing");
        }
    }

    boolean on() {
        return !host.isBlank();
    }
}
