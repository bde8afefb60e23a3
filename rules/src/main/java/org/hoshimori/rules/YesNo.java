package org.hoshimori.rules;

/// A truth as files spell it.
enum YesNo implements Code {
    YES,
    NO
}
