package org.hoshimori.platform.certificate;

import java.util.List;

/// What became of a company's wish to apply.
public sealed interface Applied {

    record Received(ApplicationId application) implements Applied {}

    /// The assessment cannot be applied for as it stands.
    ///
    /// @param failing the checks that fail, at least one
    record NotReady(List<Check> failing) implements Applied {}
}
