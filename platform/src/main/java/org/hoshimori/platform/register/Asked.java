package org.hoshimori.platform.register;

/// A search as it was typed and chosen: the fields of the form and the parameters of the API. Empty
/// means not chosen.
///
/// @param q words of a name, a corporate number or a certificate's number
/// @param level the star
/// @param state `registered`, `suspended`, `withdrawn`, `expired`, `superseded`, `any`; empty: all
///   but superseded
/// @param sort `name`, `kana`, `number`, `level`, `registered`, `until`; with `-` before it
///   backwards
/// @param after token of the page before
public record Asked(
        String q,
        String prefecture,
        String industry,
        String scheme,
        String level,
        String state,
        String sort,
        String after) {

    /// Binds request parameters; those that are missing are empty.
    public Asked {
        q = given(q).strip();
        prefecture = given(prefecture);
        industry = given(industry);
        scheme = given(scheme);
        level = given(level);
        state = given(state);
        sort = given(sort);
        after = given(after);
    }

    private static String given(@org.jspecify.annotations.Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }
}
