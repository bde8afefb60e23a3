package org.hoshimori.network.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;
import org.hoshimori.network.picture.Shape.Anchor;

/// How many companies have at least so many relations, on two logarithmic scales: a straight fall
/// means a few hubs and very many small ones.
public final class DegreePicture {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 520;
    private static final int LEFT = 80;
    private static final int TOP = 60;
    private static final int SIDE = 40;
    private static final int FOOT = 60;
    private static final String SUPPLIERS = "#b3423a";
    private static final String PURCHASERS = "#2f6db0";

    private DegreePicture() {}

    /// @param title above
    /// @param suppliers what the number of suppliers is called
    /// @param purchasers what the number of purchasers is called
    public static Picture of(Network network, String title, String suppliers, String purchasers) {
        int[] bought = sorted(network.suppliers());
        int[] sold = sorted(network.purchasers());
        int n = Math.max(1, network.companies());
        int most = Math.max(1, n == 0 ? 1 : Math.max(last(bought), last(sold)));
        double decadesX = Math.max(1, Math.ceil(Math.log10(most)));
        double decadesY = Math.max(1, Math.ceil(Math.log10(n)));
        double unitX = (WIDTH - LEFT - SIDE) / decadesX;
        double unitY = (HEIGHT - TOP - FOOT) / decadesY;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Words(20, 28, title, 16, Anchor.START));
        for (int i = 0; i <= decadesX; i++) {
            double x = LEFT + i * unitX;
            shapes.add(new Shape.Line(x, HEIGHT - FOOT, x, HEIGHT - FOOT + 5.0));
            shapes.add(
                    new Shape.Words(
                            x,
                            HEIGHT - FOOT + 20.0,
                            "%,d".formatted((long) Math.pow(10, i)),
                            12,
                            Anchor.MIDDLE));
        }
        for (int i = 0; i <= decadesY; i++) {
            double y = HEIGHT - FOOT - i * unitY;
            shapes.add(new Shape.Line(LEFT - 5.0, y, LEFT, y));
            shapes.add(
                    new Shape.Words(
                            LEFT - 10.0,
                            y + 4,
                            "%,d".formatted((long) Math.pow(10, i)),
                            12,
                            Anchor.END));
        }
        shapes.add(new Shape.Line(LEFT, TOP, LEFT, HEIGHT - FOOT));
        shapes.add(new Shape.Line(LEFT, HEIGHT - FOOT, WIDTH - SIDE, HEIGHT - FOOT));
        dots(shapes, bought, unitX, unitY, SUPPLIERS);
        dots(shapes, sold, unitX, unitY, PURCHASERS);
        shapes.add(new Shape.Dot(WIDTH - 200.0, TOP, 5, SUPPLIERS));
        shapes.add(new Shape.Words(WIDTH - 190.0, TOP + 4.0, suppliers, 12, Anchor.START));
        shapes.add(new Shape.Dot(WIDTH - 200.0, TOP + 20.0, 5, PURCHASERS));
        shapes.add(new Shape.Words(WIDTH - 190.0, TOP + 24.0, purchasers, 12, Anchor.START));
        return new Picture(title, WIDTH, HEIGHT, shapes);
    }

    private static int[] sorted(Adjacency side) {
        int[] degrees = new int[side.companies()];
        Arrays.setAll(degrees, side::degree);
        Arrays.sort(degrees);
        return degrees;
    }

    private static int last(int[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    private static int firstAtLeast(int[] sorted, int degree) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < degree) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Ten dots for each factor of ten are enough for the eye.
    private static void dots(
            List<Shape> shapes, int[] sorted, double unitX, double unitY, String color) {
        int before = 0;
        for (int step = 0; ; step++) {
            int degree = (int) Math.round(Math.pow(10, step / 10.0));
            if (degree > last(sorted)) {
                return;
            }
            if (degree == before) {
                continue;
            }
            before = degree;
            int atLeast = sorted.length - firstAtLeast(sorted, degree);
            shapes.add(
                    new Shape.Dot(
                            LEFT + Math.log10(degree) * unitX,
                            HEIGHT - FOOT - Math.log10(atLeast) * unitY,
                            4,
                            color));
        }
    }
}
