package org.hoshimori.platform.assessment;

import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Text;

/// How an assessment stands, in one line of a list.
///
/// @param title of the level, as it is called among all schemes
public record Standing(Assessment assessment, Text title, Evaluation.Counts counts) {}
