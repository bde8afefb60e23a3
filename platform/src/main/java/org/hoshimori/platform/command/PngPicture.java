package org.hoshimori.platform.command;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.hoshimori.network.picture.Picture;
import org.hoshimori.network.picture.Shape;

/// Paints a picture as PNG, twice as large for sharp letters, in the font of the certificates.
final class PngPicture {
    private static final int SCALE = 2;
    private static final String FONT = "/fonts/BIZUDPGothic_400Regular.ttf";

    private PngPicture() {}

    static byte[] of(Picture picture) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image =
                new BufferedImage(
                        picture.width() * SCALE,
                        picture.height() * SCALE,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(SCALE, SCALE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.width(), picture.height());
        Font font = font();
        for (Shape shape : picture.shapes()) {
            paint(pen, font, shape);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Font font() throws IOException {
        try (InputStream in = PngPicture.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("no font at " + FONT);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException broken) {
            throw new IOException(broken);
        }
    }

    private static void paint(Graphics2D pen, Font font, Shape shape) {
        switch (shape) {
            case Shape.Bar bar -> {
                pen.setColor(Color.decode(bar.color()));
                pen.fill(new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()));
            }
            case Shape.Dot dot -> {
                pen.setColor(Color.decode(dot.color()));
                pen.fill(
                        new Ellipse2D.Double(
                                dot.x() - dot.radius(),
                                dot.y() - dot.radius(),
                                2 * dot.radius(),
                                2 * dot.radius()));
            }
            case Shape.Line line -> {
                pen.setColor(Color.decode(Picture.INK));
                pen.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            case Shape.Words words -> {
                pen.setColor(Color.decode(Picture.INK));
                pen.setFont(font.deriveFont((float) words.size()));
                double width = pen.getFontMetrics().stringWidth(words.text());
                double x =
                        switch (words.anchor()) {
                            case START -> words.x();
                            case MIDDLE -> words.x() - width / 2;
                            case END -> words.x() - width;
                        };
                pen.drawString(words.text(), (float) x, (float) words.y());
            }
        }
    }
}
