package org.hoshimori.platform.assurance;

import org.hoshimori.platform.assessment.Assessment;

/// One line of the expert's queue.
///
/// @param company its name
/// @param days how long it has been waiting since the invitation
public record QueueRow(Engagement engagement, Assessment assessment, String company, long days) {}
