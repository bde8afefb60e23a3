package org.hoshimori.rules.bulk;

import java.io.IOException;
import org.hoshimori.rules.Text;

/// Rows of cells, read once from first to last: headings first, then a row a company.
public interface AnswerTable {
    /// Moves to the next row; false at the end.
    ///
    /// @throws Broken when the rest cannot be read
    boolean next() throws IOException, Broken;

    /// Cells of this row.
    int cells();

    /// From 0.
    String cell(int place);

    /// The row's first line, or its number in formats without lines; from 1.
    int line();

    /// Says that a table cannot be read any further.
    final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;
        private final transient Text reason;
        private final transient Text remedy;

        /// @param line where, from 1
        public Broken(int line, Text reason, Text remedy) {
            super(reason.en(), null, false, false);
            this.line = line;
            this.reason = reason;
            this.remedy = remedy;
        }

        int line() {
            return line;
        }

        Text reason() {
            return reason;
        }

        Text remedy() {
            return remedy;
        }

        /// Why, and what to do about it.
        public Text text() {
            return new Text(reason.ja() + "。" + remedy.ja(), reason.en() + "; " + remedy.en());
        }
    }
}
