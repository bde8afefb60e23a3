package org.hoshimori.platform.certificate;

/// A line of the operator's queue.
///
/// @param company the company's name
/// @param level `★3`, in the words of the edition
/// @param renewal whether it renews a certificate
/// @param days how long it waits, or waited
public record QueueLine(
        Application application, String company, String level, boolean renewal, long days) {}
