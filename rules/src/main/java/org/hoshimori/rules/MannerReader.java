package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads how an edition wants to be answered.
final class MannerReader {
    private final Faults faults;

    MannerReader(Faults faults) {
        this.faults = faults;
    }

    Manner manner(Fields fields, Optional<Edition> base) {
        if (!fields.has("answers")) {
            return base.map(Edition::manner).orElse(Manner.PLAIN);
        }
        return fields.map("answers", fields.inner("answers"))
                .map(this::manner)
                .orElse(Manner.PLAIN);
    }

    private Manner manner(Fields fields) {
        Scale scale = fields.has("scale") ? fields.oneOf("scale", Scale.values()) : Scale.WORDS;
        NotApplicable notApplicable =
                fields.has("not_applicable")
                        ? fields.oneOf("not_applicable", NotApplicable.values())
                        : NotApplicable.WITH_REASON;
        boolean parts = fields.has("parts") && fields.oneOf("parts", YesNo.values()) == YesNo.YES;
        boolean placed =
                fields.has("placed_by_file")
                        && fields.oneOf("placed_by_file", YesNo.values()) == YesNo.YES;
        List<AnswerWord> words = new ArrayList<>();
        for (Fields word : fields.innerMaps("words", "語", "word")) {
            int before = faults.count();
            String id = EditionReader.id(word, "id");
            AnswerValue means = word.oneOf("means", AnswerValue.values());
            BigDecimal points = word.has("points") ? EditionReader.decimal(word, "points") : null;
            Text title = word.text("title");
            List<String> aliases = List.copyOf(word.words("aliases").values());
            word.close();
            if (faults.count() == before) {
                words.add(new AnswerWord(id, means, points, title, aliases));
            }
        }
        fields.close();
        return new Manner(scale, notApplicable, parts, placed, words);
    }
}
