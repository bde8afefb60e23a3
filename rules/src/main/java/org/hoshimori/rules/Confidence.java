package org.hoshimori.rules;

/// How well a fact is known: A official or twice confirmed, B quoted from the official page, C one
/// secondary source or a draft, D concluded here.
public enum Confidence {
    A,
    B,
    C,
    D
}
