package org.hoshimori.platform.certificate;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the calendar from time to time.
@Component
class Rounds {

    private final Certificates certificates;

    Rounds(Certificates certificates) {
        this.certificates = certificates;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        certificates.expire();
        certificates.remind();
    }
}
