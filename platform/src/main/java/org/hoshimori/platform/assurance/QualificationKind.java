package org.hoshimori.platform.assurance;

import java.util.regex.Pattern;
import org.hoshimori.rules.Text;

/// A kind of qualification that `experts.yaml` lists.
///
/// @param status `proposal`, `unknown` or `official`
/// @param source why it is listed
/// @param number what a registration number looks like
/// @param hint the same in words
public record QualificationKind(
        String id, String status, String source, Pattern number, Text name, Text hint) {}
