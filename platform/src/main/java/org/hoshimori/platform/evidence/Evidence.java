package org.hoshimori.platform.evidence;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.organisation.OrganisationId;

/// A piece of evidence; only its check and whether it is listed ever change.
///
/// @param name the file's cleaned name, or the title of a link or statement
/// @param digest SHA-256 in lower-case hex of the file's bytes or of the statement's UTF-8 text;
///   empty for a link, whose content we never fetch
/// @param size bytes of the file or of the statement's text; 0 for a link
/// @param mediaType what the bytes were found to be, whatever the browser claimed
/// @param text the statement, or the link's address; empty for a file
/// @param hidden removed from the list; the bytes stay
public record Evidence(
        EvidenceId id,
        OrganisationId owner,
        Kind kind,
        String name,
        Optional<String> digest,
        long size,
        String mediaType,
        Optional<String> text,
        Check check,
        boolean hidden,
        Instant at,
        AccountId by) {

    public enum Kind {
        FILE,
        LINK,
        STATEMENT
    }

    /// What the virus scanner said.
    public enum Check {
        /// Nothing to scan, or no scanner is set up.
        NONE,
        CLEAN,
        /// 検査待ち: the scanner could not be reached; the file cannot be opened until it was.
        WAITING,
        /// Found harmful after it was stored: it cannot be opened any more.
        INFECTED
    }

    /// Whether the bytes may be handed out.
    public boolean readable() {
        return kind == Kind.FILE && (check == Check.NONE || check == Check.CLEAN);
    }

    /// Whether a browser may show it instead of saving it.
    public boolean previewable() {
        return readable() && (isImage() || mediaType.equals("application/pdf"));
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
