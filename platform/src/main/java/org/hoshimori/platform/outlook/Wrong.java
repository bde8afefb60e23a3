package org.hoshimori.platform.outlook;

/// A field that could not be read, by its name in the form.
public record Wrong(String field) {}
