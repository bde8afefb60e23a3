package org.hoshimori.platform.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whom a verifier trusts: issuer documents that its owner laid in a folder.
///
/// @param faults one line for each document that could not be read
public record Trust(List<Issuer> issuers, List<String> faults) {

    public Trust {
        issuers = List.copyOf(issuers);
        faults = List.copyOf(faults);
    }

    /// Every `*.json` of a folder; nobody when there is no such folder.
    public static Trust in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Trust(List.of(), List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.filter(file -> file.toString().endsWith(".json")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the trusted issuers cannot be listed", e);
        }
    }

    public static Trust of(List<Path> files) {
        List<Issuer> issuers = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            try {
                switch (Issuer.parse(Files.readString(file))) {
                    case Issuer.Reading.Read(Issuer issuer) -> issuers.add(issuer);
                    case Issuer.Reading.Malformed(String why) -> faults.add(file + ": " + why);
                }
            } catch (IOException e) {
                faults.add(file + ": cannot be read");
            }
        }
        return new Trust(issuers, faults);
    }
}
