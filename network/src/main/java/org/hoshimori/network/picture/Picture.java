package org.hoshimori.network.picture;

import java.util.List;
import java.util.Locale;

/// A drawing without a format: [#svg()] writes it as SVG, others may paint its shapes.
///
/// @param title what it shows, also for those who cannot see it
/// @param shapes the first lies lowest
public record Picture(String title, int width, int height, List<Shape> shapes) {
    /// The color of lines and letters.
    public static final String INK = "#333333";

    public Picture {
        shapes = List.copyOf(shapes);
    }

    /// One SVG 1.1 document, without scripts, styles or anything from elsewhere.
    public String svg() {
        StringBuilder out = new StringBuilder();
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\">\n<title>%s</title>\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n"
                        .formatted(width, height, width, height, escaped(title), width, height));
        for (Shape shape : shapes) {
            out.append(
                    switch (shape) {
                        case Shape.Bar bar ->
                                write(
                                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                                        bar.x(), bar.y(), bar.width(), bar.height(), bar.color());
                        case Shape.Dot dot ->
                                write(
                                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>",
                                        dot.x(), dot.y(), dot.radius(), dot.color());
                        case Shape.Line line ->
                                write(
                                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                                        line.x1(), line.y1(), line.x2(), line.y2(), INK);
                        case Shape.Words words ->
                                write(
                                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                                        words.x(),
                                        words.y(),
                                        words.size(),
                                        words.anchor().name().toLowerCase(Locale.ROOT),
                                        INK,
                                        escaped(words.text()));
                    });
            out.append('\n');
        }
        return out.append("</svg>\n").toString();
    }

    private static String write(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
