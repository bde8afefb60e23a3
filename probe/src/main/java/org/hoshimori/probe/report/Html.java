package org.hoshimori.probe.report;

/// Collects a page. Markup is ours; everything else goes in through [#text] and is escaped,
/// whatever a host said.
final class Html {

    private final StringBuilder out = new StringBuilder();

    /// Our own markup, as it is.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Words of whatever origin.
    Html text(String words) {
        words.codePoints().forEach(this::escaped);
        return this;
    }

    /// A whole element with words in it.
    ///
    /// @param start the tag with its attributes, such as `p class="fine"`
    Html element(String start, String words) {
        return raw("<" + start + ">").text(words).raw("</" + start.replaceFirst(" .*", "") + ">\n");
    }

    private void escaped(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(printable(c) ? c : 0xfffd);
        }
    }

    /// What XML allows, so that paper can be made of it.
    private static boolean printable(int c) {
        return c == '\n'
                || c == '\t'
                || c >= 0x20 && c != 0x7f && !(c >= 0xd800 && c < 0xe000) && (c & 0xfffe) != 0xfffe;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
