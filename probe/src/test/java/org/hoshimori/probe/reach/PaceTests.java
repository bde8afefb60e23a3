package org.hoshimori.probe.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How often connections are begun. Only waiting is tested: nothing is sent anywhere.
class PaceTests {

    private static long millis(Pace pace, String... addresses) throws InterruptedException {
        long start = System.nanoTime();
        for (String address : addresses) {
            pace.await(InetAddress.ofLiteral(address));
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    void oneHostIsAskedOnlySoOften() throws InterruptedException {
        assertThat(
                        millis(
                                new Pace(20),
                                "203.0.113.1",
                                "203.0.113.1",
                                "203.0.113.1",
                                "203.0.113.1",
                                "203.0.113.1"))
                .isGreaterThanOrEqualTo(195);
    }

    @Test
    void aNetworkIsSparedEvenWhenItsHostsAreMany() throws InterruptedException {
        assertThat(
                        millis(
                                new Pace(5),
                                "203.0.113.1",
                                "203.0.113.2",
                                "203.0.113.3",
                                "203.0.113.4",
                                "203.0.113.5"))
                .isGreaterThanOrEqualTo(195);
    }

    @Test
    void onesOwnMachineIsNotPaced() throws InterruptedException {
        Pace slow = new Pace(1);
        assertThat(millis(slow, "127.0.0.1", "127.0.0.1", "::1", "127.0.0.1")).isLessThan(900);
    }
}
