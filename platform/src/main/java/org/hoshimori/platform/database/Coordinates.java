package org.hoshimori.platform.database;

/// How to reach a PostgreSQL; an empty user means that the URL says it.
record Coordinates(String url, String user, String password) {}
