package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An answer that somebody may choose for a criterion.
///
/// @param word as files spell it
/// @param title the scheme's own words for it; null for the common five
public record Choice(String word, AnswerValue means, @Nullable Text title) {
    private static final int HIGHEST_MATURITY = 5;

    /// What may be chosen, best first where the scheme orders it.
    static List<Choice> of(Manner manner, Criterion criterion) {
        List<Choice> choices =
                switch (manner.scale()) {
                    case WORDS -> words(manner, criterion);
                    case POINTS -> points(criterion.weighing().weight());
                    case PAIRS -> pairs();
                };
        if (manner.scale() != Scale.POINTS
                && choices.stream().noneMatch(c -> c.means == AnswerValue.NOT_APPLICABLE)) {
            choices.add(plain(AnswerValue.NOT_APPLICABLE));
        }
        return choices;
    }

    /// A scale of the scheme's own stands alone; single words of its own stand beside the common
    /// ones.
    private static List<Choice> words(Manner manner, Criterion criterion) {
        List<Choice> own = new ArrayList<>();
        manner.words()
                .forEach(word -> own.add(new Choice(word.word(), word.means(), word.title())));
        var means = own.stream().map(Choice::means).collect(Collectors.toSet());
        if (means.contains(AnswerValue.MET) && means.contains(AnswerValue.NOT_MET)) {
            return own;
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(plain(AnswerValue.MET));
        choices.add(plain(AnswerValue.NOT_MET));
        if (criterion.weighing().partial() != null) {
            choices.add(plain(AnswerValue.PARTIAL));
        }
        choices.add(plain(AnswerValue.NOT_APPLICABLE));
        choices.addAll(own);
        return choices;
    }

    private static List<Choice> points(int most) {
        List<Choice> choices = new ArrayList<>();
        for (int points = most; points >= 0; points--) {
            AnswerValue means =
                    points == most
                            ? AnswerValue.MET
                            : points == 0 ? AnswerValue.NOT_MET : AnswerValue.PARTIAL;
            choices.add(
                    new Choice(
                            Integer.toString(points),
                            means,
                            new Text(points + "点", points + " points")));
        }
        return choices;
    }

    private static List<Choice> pairs() {
        List<Choice> choices = new ArrayList<>();
        for (int documented = HIGHEST_MATURITY; documented > 0; documented--) {
            for (int implemented = HIGHEST_MATURITY; implemented > 0; implemented--) {
                var pair = new Numbers.Pair(documented, implemented);
                choices.add(
                        new Choice(
                                pair.word(),
                                pair.means(),
                                new Text(
                                        "文書化 " + documented + "・実施 " + implemented,
                                        "documented " + documented + ", in place " + implemented)));
            }
        }
        return choices;
    }

    private static Choice plain(AnswerValue value) {
        return new Choice(value.code(), value, null);
    }
}
