package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Findings point at criteria that really are in the schemes of this house.
class CriteriaTests {

    @Test
    void everyCriterionIsInItsScheme() throws IOException {
        for (List<String> criteria : Ratings.usual().criteria().byRule().values()) {
            for (String criterion : criteria) {
                String scheme = criterion.substring(0, criterion.indexOf('/'));
                String id = criterion.substring(scheme.length() + 1);
                assertThat(editions(scheme))
                        .as(criterion)
                        .containsPattern("id: \"?" + Pattern.quote(id) + "\"?[\\s,}]");
            }
        }
    }

    private static String editions(String scheme) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("../schemes", scheme))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
