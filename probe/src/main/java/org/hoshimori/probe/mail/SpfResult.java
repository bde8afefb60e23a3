package org.hoshimori.probe.mail;

/// The result of checking one sender (RFC 7208, section 2.6).
///
/// @param reason why, for the two errors; the domain owner's words for a fail, if it has any
record SpfResult(Code code, String reason) {
    enum Code {
        NONE,
        NEUTRAL,
        PASS,
        FAIL,
        SOFTFAIL,
        TEMPERROR,
        PERMERROR
    }
}
