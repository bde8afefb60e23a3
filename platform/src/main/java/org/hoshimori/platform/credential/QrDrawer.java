package org.hoshimori.platform.credential;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Draws `<object type="…" data="text">` as a QR code in lines, not pixels: sharp at every size.
final class QrDrawer implements FSObjectDrawer {

    static final String TYPE = "application/x-qr";

    /// Modules of white around the code (ISO/IEC 18004, 9.1).
    private static final int QUIET = 4;

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        QrCode code = QrCode.encodeText(element.getAttribute("data"), QrCode.Ecc.MEDIUM);
        int modules = code.size + 2 * QUIET;
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> {
                    double side = Math.min(width, height) / dotsPerPixel / modules;
                    graphics.setRenderingHint(
                            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
                    graphics.setColor(Color.BLACK);
                    graphics.fill(path(code, side));
                });
        return null;
    }

    /// One path for all: no hairlines between neighbours.
    private static Path2D path(QrCode code, double side) {
        var path = new Path2D.Double();
        for (int row = 0; row < code.size; row++) {
            int column = 0;
            while (column < code.size) {
                int end = column;
                while (code.getModule(end, row)) {
                    end++;
                }
                if (end > column) {
                    path.append(
                            new Rectangle2D.Double(
                                    (QUIET + column) * side,
                                    (QUIET + row) * side,
                                    (end - column) * side,
                                    side),
                            false);
                }
                column = end + 1;
            }
        }
        return path;
    }
}
