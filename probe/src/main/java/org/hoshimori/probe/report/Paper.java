package org.hoshimori.probe.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The report on paper. Nothing is ever loaded from outside the page.
final class Paper {

    private Paper() {}

    static byte[] of(String xhtml) {
        XRLog.setLoggingEnabled(false);
        byte[] regular = font("BIZUDPGothic_400Regular.ttf");
        byte[] bold = font("BIZUDPGothic_700Bold.ttf");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(
                            () -> new ByteArrayInputStream(regular),
                            "BIZ UDPGothic",
                            400,
                            FontStyle.NORMAL,
                            true)
                    .useFont(
                            () -> new ByteArrayInputStream(bold),
                            "BIZ UDPGothic",
                            700,
                            FontStyle.NORMAL,
                            true)
                    .useUriResolver((_, _) -> null)
                    .withHtmlContent(xhtml, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] font(String name) {
        try (InputStream in =
                Paper.class.getResourceAsStream("/org/hoshimori/probe/fonts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
