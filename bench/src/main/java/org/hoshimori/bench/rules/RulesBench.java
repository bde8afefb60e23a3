package org.hoshimori.bench.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hoshimori.rules.Schemes;

/// Prints the engine's tables of docs/reference/performance.md.
final class RulesBench {
    private RulesBench() {}

    /// @param args the scratch folder, then which tables (`one`, `many`, `stored`; all when none is
    ///   named), and `quick` for a tenth of the companies
    public static void main(String[] args) throws SQLException, IOException {
        Path scratch = Path.of(args[0]);
        List<String> words = List.of(args).subList(1, args.length);
        boolean quick = words.contains("quick");
        List<String> tables = words.stream().filter(word -> !word.equals("quick")).toList();
        Schemes schemes = schemes(scratch);
        if (tables.isEmpty() || tables.contains("one")) {
            new OneEvaluation(schemes).print();
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

    private static Schemes schemes(Path scratch) throws IOException {
        return switch (Schemes.carried(scratch.resolve("no-schemes"))) {
            case Schemes.Reading.Read read -> read.schemes();
            case Schemes.Reading.Refused refused ->
                    throw new IllegalStateException(refused.faults().toString());
        };
    }
}
