package org.hoshimori.bench.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hoshimori.rules.Schemes;

/// Prints the engine's tables of docs/reference/performance.md.
final class RulesBench {
    private static final Set<String> TABLES = Set.of("one", "many", "stored");

    private RulesBench() {}

    /// @param args the scratch folder, then which tables (`one`, `many`, `stored`; all when none is
    ///   named), `quick` for a tenth of the companies, and the schemes of `one` (all when none is
    ///   named)
    public static void main(String[] args) throws SQLException, IOException {
        Path scratch = Path.of(args[0]);
        List<String> words = List.of(args).subList(1, args.length);
        boolean quick = words.contains("quick");
        List<String> tables = words.stream().filter(TABLES::contains).toList();
        List<String> named =
                words.stream()
                        .filter(word -> !TABLES.contains(word) && !word.equals("quick"))
                        .toList();
        Schemes schemes = schemes(scratch);
        if (tables.isEmpty() || tables.contains("one")) {
            OneEvaluationTable.print(named);
        }
        if (tables.isEmpty() || tables.contains("many")) {
            new ManyCompaniesBeside(schemes, quick).print(scratch);
        }
        if (tables.isEmpty() || tables.contains("stored")) {
            new StoredAssessments(schemes, quick ? 40_000 : 400_000).print(scratch);
        }
        // The application that brought PostgreSQL may have left threads behind.
        System.exit(0);
    }

    /// The schemes this build carries.
    static Schemes schemes(Path scratch) throws IOException {
        return switch (Schemes.carried(scratch.resolve("no-schemes"))) {
            case Schemes.Reading.Read read -> read.schemes();
            case Schemes.Reading.Refused refused ->
                    throw new IllegalStateException(refused.faults().toString());
        };
    }
}
