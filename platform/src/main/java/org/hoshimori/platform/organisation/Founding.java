package org.hoshimori.platform.organisation;

/// What became of the wish to begin with a company.
public sealed interface Founding {

    record Founded(OrganisationId id) implements Founding {}

    /// The company is here already. Who its owners are is not told; the visitor may ask to join.
    record AlreadyThere() implements Founding {}
}
