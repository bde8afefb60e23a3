package org.hoshimori.platform.api;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong in what was sent, and where.
///
/// @param detail what is wrong and what to do about it
/// @param pointer into a JSON body, as a URI fragment (`#/items/3/name`)
/// @param parameter the name of a query parameter or header
/// @param line of a file, from 1
/// @param column of a file, from 1
/// @param cell of a workbook (`L12`)
public record Fault(
        Problem.Sentence detail,
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String cell) {

    public static Fault at(String pointer, Problem.Sentence detail) {
        return new Fault(detail, pointer, null, null, null, null);
    }

    public static Fault of(String parameter, Problem.Sentence detail) {
        return new Fault(detail, null, parameter, null, null, null);
    }

    public static Fault at(int line, int column, @Nullable String cell, Problem.Sentence detail) {
        return new Fault(detail, null, null, line, column, cell);
    }
}
