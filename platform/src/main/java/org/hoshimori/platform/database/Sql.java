package org.hoshimori.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The few conversions that JDBC does not do by itself.
public final class Sql {

    private Sql() {}

    /// A moment as `timestamptz` takes it.
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// A moment read from `timestamptz`.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// A moment that may be missing.
    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /// Texts for `any(:ids)` or `unnest(:ids)`: bind with `::text[]`.
    public static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    /// A `text[]` read from a row.
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
