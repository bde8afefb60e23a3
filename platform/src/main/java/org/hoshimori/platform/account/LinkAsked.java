package org.hoshimori.platform.account;

import java.time.Instant;
import org.hoshimori.platform.web.Language;

/// Somebody asked for a letter with a link that signs in. Handled in the same transaction, so that
/// the link stands nowhere but in the letter.
///
/// @param name how to greet the reader; empty when not known
/// @param known whether the address has an account: only its owner, who reads the letter, is told
/// @param link the whole address
/// @param until when the link ends
public record LinkAsked(
        String email, String name, Language language, boolean known, String link, Instant until) {}
