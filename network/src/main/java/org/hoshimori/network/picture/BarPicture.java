package org.hoshimori.network.picture;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.network.picture.Shape.Anchor;

/// Lying bars with a label each, the first part dark and the rest light.
public final class BarPicture {
    private static final int WIDTH = 800;
    private static final int ROW = 26;
    private static final int TOP = 60;
    private static final int LEFT = 190;
    private static final int RIGHT = 100;
    private static final String DARK = "#b3423a";
    private static final String LIGHT = "#8fb4d9";

    /// @param part 0 to `all`
    public record Bar(String label, long part, long all) {}

    private BarPicture() {}

    /// @param title above the bars
    /// @param legend what dark and light mean; empty when there is one color
    public static Picture of(String title, String legend, List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::all).max().orElse(1));
        double unit = (double) (WIDTH - LEFT - RIGHT) / most;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Words(20, 28, title, 16, Anchor.START));
        shapes.add(new Shape.Words(20, 48, legend, 12, Anchor.START));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + (double) i * ROW;
            shapes.add(new Shape.Bar(LEFT, y + 4, bar.all() * unit, ROW - 8, LIGHT));
            shapes.add(new Shape.Bar(LEFT, y + 4, bar.part() * unit, ROW - 8, DARK));
            shapes.add(new Shape.Words(LEFT - 8, y + 18, bar.label(), 12, Anchor.END));
            shapes.add(
                    new Shape.Words(
                            LEFT + bar.all() * unit + 6,
                            y + 18,
                            bar.part() == bar.all() || bar.part() == 0
                                    ? "%,d".formatted(bar.all())
                                    : "%,d / %,d".formatted(bar.part(), bar.all()),
                            12,
                            Anchor.START));
        }
        return new Picture(title, WIDTH, TOP + bars.size() * ROW + 20, shapes);
    }
}
