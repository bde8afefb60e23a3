package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a scheme's own workbook may look, as far as that is known: reviewed data
/// (`schemes/sheets/<scheme>.yaml`), since layouts change while rules do not. Columns are found by
/// the words above them; only where a fact tells a place does the form name one.
///
/// @param heading the row of the headings, 0 where only its words tell
/// @param free the first column that filling may add; 0 behind the last one used
/// @param least rows with an id that make a sheet be taken for this one
/// @param places requirements that hold only what a sheet places in them
/// @param placed how a criterion is called that the sheet places under a requirement: `{id}`,
///   `{requirement}`; null where sheets place nothing
public record SheetForm(
        String scheme,
        Text title,
        int heading,
        int free,
        int least,
        List<Column> columns,
        List<Word> words,
        List<Place> places,
        @Nullable Text placed) {
    public SheetForm {
        columns = List.copyOf(columns);
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /// A requirement whose criteria only the sheet knows.
    ///
    /// @param after the one it stands behind
    public record Place(
            String id,
            String after,
            String category,
            String level,
            Text title,
            Confidence confidence) {
        Requirement with(List<Criterion> criteria) {
            return new Requirement(
                    id, category, level, title, Standing.OFFICIAL, confidence, criteria);
        }
    }

    /// What stands in a column.
    public enum Role implements Code {
        ID,
        /// The letter of a part beside the id of its criterion.
        PART,
        ANSWER,
        /// The second of two maturities; the first stands in the column of the answer.
        IMPLEMENTATION,
        DETAIL,
        LEVEL,
        REQUIREMENT,
        REQUIREMENT_TEXT,
        TEXT
    }

    /// One column.
    ///
    /// @param at its letters, where a fact tells them
    /// @param words headings, the likeliest first
    /// @param prefix what the ids of requirements have before the number in the sheet
    /// @param added whether filling may add it behind the last column
    public record Column(
            Role role,
            @Nullable String at,
            List<String> words,
            String prefix,
            boolean added,
            Confidence confidence) {
        public Column {
            words = List.copyOf(words);
        }
    }

    /// How an answer is written in the sheet.
    ///
    /// @param answer one of the scheme's own words, or of the common five
    /// @param written the first is what filling writes; all are read
    public record Word(String answer, List<String> written, Confidence confidence) {
        public Word {
            written = List.copyOf(written);
        }
    }

    /// Of a scheme whose sheet nobody has described: only what is named is found.
    public static SheetForm unknown(Edition edition) {
        return new SheetForm(
                edition.scheme(),
                edition.header().title(),
                0,
                0,
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    public List<Column> columns(Role role) {
        return columns.stream().filter(column -> column.role == role).toList();
    }

    /// The answer that somebody means who wrote `typed`, already in one spelling.
    public Optional<String> answer(String typed, UnaryOperator<String> spell) {
        return words.stream()
                .filter(word -> word.written.stream().map(spell).anyMatch(typed::equals))
                .map(Word::answer)
                .findFirst();
    }

    /// What to write for an answer; nothing where the form does not know.
    public Optional<String> written(String answer) {
        return words.stream()
                .filter(word -> word.answer.equals(answer))
                .map(word -> word.written.getFirst())
                .findFirst();
    }

    /// The same with a column named by whoever has the sheet before him: it goes before what the
    /// form knows.
    ///
    /// @param named a heading, or the letters of a column
    public SheetForm with(Role role, String named) {
        boolean letters = named.matches("[A-Z]{1,3}");
        Column column =
                new Column(
                        role,
                        letters ? named : null,
                        letters ? List.of() : List.of(named),
                        columns(role).stream().map(Column::prefix).findFirst().orElse(""),
                        false,
                        Confidence.A);
        List<Column> all = new ArrayList<>(List.of(column));
        all.addAll(columns.stream().filter(each -> each.role != role).toList());
        return new SheetForm(
                scheme, title, heading, free, Math.min(least, 1), all, words, places, placed);
    }

    /// The same with a spelling that whoever has the sheet before him explains.
    ///
    /// @param answer one of the scheme's own words, or of the common five
    public SheetForm explained(String typed, String answer) {
        Word word = new Word(answer, List.of(typed), Confidence.A);
        return new SheetForm(
                scheme,
                title,
                heading,
                free,
                least,
                columns,
                Stream.concat(Stream.of(word), words.stream()).toList(),
                places,
                placed);
    }
}
