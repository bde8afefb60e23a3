package org.hoshimori.platform.outlook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hoshimori.platform.organisation.Size;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The measures that this instance knows, with their estimates; read when first asked for.
@Component
class KnownMeasures {

    private final Path data;
    private @Nullable Measures known;

    KnownMeasures(@Value("${hoshimori.data}") Path data) {
        this.data = data;
    }

    /// @throws IllegalStateException when the file has faults
    synchronized Measures measures() {
        if (known == null) {
            try {
                known =
                        switch (Measures.carried(data.resolve("schemes"))) {
                            case Measures.Reading.Read read -> read.measures();
                            case Measures.Reading.Refused refused ->
                                    throw new IllegalStateException(
                                            refused.faults().stream()
                                                    .map(fault -> fault.in(Locale.ENGLISH))
                                                    .collect(Collectors.joining("\n")));
                        };
            } catch (IOException e) {
                throw new UncheckedIOException("the measures cannot be read", e);
            }
        }
        return known;
    }

    /// The column of estimates for a company; there is none for more than 300 people, so they are
    /// taken as for 300.
    static CompanySize size(Size size) {
        return switch (size) {
            case UP_TO_5, UP_TO_20 -> CompanySize.SMALL;
            case UP_TO_50, UP_TO_100 -> CompanySize.MEDIUM;
            case UP_TO_300, UP_TO_1000, OVER_1000 -> CompanySize.LARGE;
        };
    }
}
