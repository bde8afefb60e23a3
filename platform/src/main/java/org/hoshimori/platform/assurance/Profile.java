package org.hoshimori.platform.assurance;

import java.util.Optional;

/// What an expert says of themselves.
///
/// @param employer corporate number, 13 digits; empty for the self-employed
/// @param listed agrees to be found by companies
/// @param introduction shown in the search, at most 500 characters
public record Profile(Optional<String> employer, boolean listed, String introduction) {

    static final int LONGEST = 500;

    public Profile {
        introduction = introduction.strip();
        if (introduction.length() > LONGEST) {
            introduction = introduction.substring(0, LONGEST);
        }
    }
}
