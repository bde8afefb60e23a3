package org.hoshimori.network.picture;

/// What a picture is made of; lengths in pixels from the upper left corner.
public sealed interface Shape {
    /// @param color as `#rrggbb`
    record Bar(double x, double y, double width, double height, String color) implements Shape {}

    /// @param color as `#rrggbb`
    record Dot(double x, double y, double radius, String color) implements Shape {}

    record Line(double x1, double y1, double x2, double y2) implements Shape {}

    /// @param size height of the letters
    /// @param anchor which part of the text stands at x
    record Words(double x, double y, String text, double size, Anchor anchor) implements Shape {}

    /// Where a text is held.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
