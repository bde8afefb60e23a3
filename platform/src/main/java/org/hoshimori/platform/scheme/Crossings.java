package org.hoshimori.platform.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.hoshimori.rules.Bands;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Crosswalks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The crosswalks that this instance knows, and the founding paper's table of bands.
@Component
public class Crossings {

    private final Path data;
    private final Editions editions;
    private @Nullable Crosswalks known;

    Crossings(@Value("${hoshimori.data}") Path data, Editions editions) {
        this.data = data;
        this.editions = editions;
    }

    public List<Crosswalk> all() {
        return read().list();
    }

    public List<Bands> bands() {
        return read().bands();
    }

    /// @throws IllegalStateException when a crosswalk has faults
    private synchronized Crosswalks read() {
        if (known == null) {
            try {
                known =
                        switch (Crosswalks.carried(data.resolve("schemes"), editions.schemes())) {
                            case Crosswalks.Reading.Read read -> read.crosswalks();
                            case Crosswalks.Reading.Refused refused ->
                                    throw new IllegalStateException(
                                            Editions.faults(refused.faults()));
                        };
            } catch (IOException e) {
                throw new UncheckedIOException("the crosswalks cannot be read", e);
            }
        }
        return known;
    }
}
