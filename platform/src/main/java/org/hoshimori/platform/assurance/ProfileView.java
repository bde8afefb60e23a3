package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Text;

/// The expert's own page: registration, qualifications, advice.
///
/// @param errors the message key of what to correct, by field
/// @param filled what was typed, by field, so that nothing has to be typed twice
public record ProfileView(
        Optional<Expert> expert,
        List<QualificationKind> kinds,
        Text note,
        List<Text> rules,
        LocalDate today,
        Map<String, String> errors,
        Map<String, String> filled) {

    public String filled(String field) {
        return filled.getOrDefault(field, "");
    }
}
