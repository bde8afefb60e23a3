package org.hoshimori.network;

/// How a company's production depends on what it buys (Diem et al. 2022).
public enum Production {
    /// Any input stands in for any other: losing a share of all purchases loses that share of
    /// production.
    LINEAR,
    /// Inputs of different industries cannot stand in for each other: the scarcest industry
    /// decides.
    LEONTIEF,
    /// As [#LEONTIEF] for industries from which some relation has the kind [Dependence#STOP], as
    /// [#LINEAR] for all others.
    MIXED
}
