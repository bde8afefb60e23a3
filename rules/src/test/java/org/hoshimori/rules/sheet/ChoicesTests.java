package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Choice;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChoicesTests {

    private static List<Edition> editions = List.of();

    @BeforeAll
    static void read() throws IOException {
        editions =
                ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes"))).schemes().editions();
    }

    @Test
    void everyChoiceIsUnderstoodAsWhatItMeans() {
        for (Edition edition : editions) {
            for (Criterion criterion : edition.criteria()) {
                for (Choice choice : edition.choices(criterion)) {
                    Optional<Answer> read =
                            AnswerWords.answer(choice.word(), edition, Optional.of(criterion));
                    assertThat(read)
                            .as(edition + " " + criterion.id() + " " + choice.word())
                            .hasValueSatisfying(answer -> {
                                assertThat(answer.value()).isEqualTo(choice.means());
                                assertThat(answer.word()).isEqualTo(choice.word());
                            });
                }
            }
        }
    }

    @Test
    void everyCriterionCanBeMetAndNotMetAndNoWordIsOfferedTwice() {
        for (Edition edition : editions) {
            for (Criterion criterion : edition.criteria()) {
                List<Choice> choices = edition.choices(criterion);
                assertThat(choices)
                        .as(edition + " " + criterion.id())
                        .extracting(Choice::means)
                        .contains(AnswerValue.MET, AnswerValue.NOT_MET);
                assertThat(choices).extracting(Choice::word).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aStarIsAnsweredWithoutPartsBecauseAPartDoesNotCount() {
        Edition scs =
                editions.stream()
                        .filter(e -> e.id().equals("2026-03-27"))
                        .findFirst()
                        .orElseThrow();
        assertThat(scs.choices(scs.criteria().getFirst()))
                .extracting(Choice::word)
                .containsExactly("met", "not-met", "not-applicable");
    }
}
