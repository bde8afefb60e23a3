package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.Optional;

/// Security advice (助言) that an expert gives or gave to a company.
///
/// @param company the company's corporate number, 13 digits
/// @param until its last day; empty while it goes on
public record Advice(String company, Optional<LocalDate> until) {}
