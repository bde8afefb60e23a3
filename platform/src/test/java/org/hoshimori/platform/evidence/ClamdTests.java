package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.hoshimori.platform.FreePort;
import org.junit.jupiter.api.Test;

class ClamdTests {

    @Test
    void tellsCleanFromInfected() throws IOException {
        try (var server = new ClamdDouble()) {
            assertThat(scan(server, new byte[300_000])).isInstanceOf(Scan.Clean.class);
            assertThat(server.scanned()).isEqualTo(300_000);
            assertThat(scan(server, SampleFiles.EICAR))
                    .isEqualTo(new Scan.Infected("Win.Test.EICAR_HDB-1"));
        }
    }

    @Test
    void whatItCannotScanIsNeverCalledClean() throws IOException {
        try (var server = new ClamdDouble()) {
            for (var mood :
                    new ClamdDouble.Mood[] {
                        ClamdDouble.Mood.HANGS_UP,
                        ClamdDouble.Mood.SILENT,
                        ClamdDouble.Mood.TOO_SMALL
                    }) {
                server.becomes(mood);
                assertThat(scan(server, SampleFiles.PDF))
                        .as(mood.name())
                        .isInstanceOf(Scan.Unreachable.class);
            }
        }
    }

    @Test
    void aScannerThatIsNotThereIsUnreachable() {
        assertThat(scan(FreePort.next(), SampleFiles.PDF)).isInstanceOf(Scan.Unreachable.class);
    }

    private static Scan scan(ClamdDouble server, byte[] content) {
        return scan(server.port(), content);
    }

    private static Scan scan(int port, byte[] content) {
        return new Clamd(new ScannerSettings("127.0.0.1", port, Duration.ofMillis(500)))
                .scan(new ByteArrayInputStream(content));
    }
}
