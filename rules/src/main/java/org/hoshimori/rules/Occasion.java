package org.hoshimori.rules;

/// An event at which a duty falls due, besides the calendar.
public enum Occasion implements Code {
    /// Somebody joins the company.
    JOINING,
    /// A rule or document is revised.
    REVISION,
    /// Somebody changes roles.
    ROLE_CHANGE,
    /// A major incident happened, at home or elsewhere.
    MAJOR_INCIDENT
}
