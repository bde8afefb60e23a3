package org.hoshimori.rules;

/// What a company says about one criterion. Not having answered is no value: see [Outcome].
public enum AnswerValue implements Code {
    MET,
    NOT_MET,
    PARTIAL,
    NOT_APPLICABLE,
    UNKNOWN
}
