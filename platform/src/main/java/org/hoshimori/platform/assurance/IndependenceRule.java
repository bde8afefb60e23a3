package org.hoshimori.platform.assurance;

import java.util.Map;
import org.hoshimori.rules.Text;

/// One rule of independence as `experts.yaml` has it.
///
/// @param months how long a tie that ended still counts; 0 for ties without a clock
/// @param status `proposal`, `unknown` or `official`
/// @param text what the rule says
/// @param clear the sentence when the tie was not found, with `{placeholders}`
/// @param found the sentence when it was
record IndependenceRule(
        Tie tie,
        Effect effect,
        int months,
        String status,
        String source,
        Text text,
        Text clear,
        Text found) {

    /// The rule with its number of months filled in, for people.
    Text words() {
        return fill(text, Map.of("months", new Text("" + months, "" + months)));
    }

    static Text fill(Text text, Map<String, Text> facts) {
        String ja = text.ja();
        String en = text.en();
        for (Map.Entry<String, Text> fact : facts.entrySet()) {
            ja = ja.replace("{" + fact.getKey() + "}", fact.getValue().ja());
            en = en.replace("{" + fact.getKey() + "}", fact.getValue().en());
        }
        return new Text(ja, en);
    }
}
