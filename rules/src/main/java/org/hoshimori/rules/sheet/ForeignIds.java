package org.hoshimori.rules.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.rules.Text;

/// Ids of other schemes, to say so instead of only "unknown".
final class ForeignIds {
    private static final Map<Pattern, Text> FORMS =
            Map.of(
                    Pattern.compile("[A-Z]{2}\\.L[123]-.+"), new Text("CMMC", "CMMC"),
                    Pattern.compile("ISM-\\d{4}"), new Text("Essential Eight", "Essential Eight"),
                    Pattern.compile("A\\d+(\\.\\d+)+"),
                            new Text("Cyber Essentials", "Cyber Essentials"),
                    Pattern.compile("\\d{1,3}|policy"),
                            new Text(
                                    "SECURITY ACTIONか自工会/部工会 (JAMA/JAPIA)",
                                    "SECURITY ACTION or JAMA/JAPIA"));

    private ForeignIds() {}

    /// The other scheme whose ids look like this.
    ///
    /// @param known ids of the scheme asked, which are not foreign
    static Optional<Text> scheme(String id, List<String> known) {
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().matcher(id).matches())
                .filter(form ->
                        known.stream().noneMatch(own -> form.getKey().matcher(own).matches()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
