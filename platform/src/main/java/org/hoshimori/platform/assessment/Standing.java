package org.hoshimori.platform.assessment;

import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;

/// How an assessment stands, in one line of a list.
public record Standing(Assessment assessment, Level level, Evaluation.Counts counts) {}
