package org.hoshimori.rules;

/// How large a company is, for estimates of cost.
public enum CompanySize implements Code {
    /// Up to 20 people.
    SMALL,
    /// Up to 100 people.
    MEDIUM,
    /// Up to 300 people.
    LARGE
}
