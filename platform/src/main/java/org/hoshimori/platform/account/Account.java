package org.hoshimori.platform.account;

import org.hoshimori.platform.web.Language;

/// A person who can sign in.
///
/// @param email lower case; where letters go
/// @param name as the person writes it
/// @param nameKana the reading of the name, empty when not given
/// @param language the language of letters
/// @param operator staff of the operator (制度運営), named by the setting `hoshimori.operators`
public record Account(
        AccountId id,
        String email,
        String name,
        String nameKana,
        Language language,
        boolean operator) {

    Actor actor() {
        return new Actor(id, name, email, operator);
    }
}
