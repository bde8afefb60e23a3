package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/// The rehearsal for a quick start of the commands.
class RehearsalTests {

    @Test
    void runsTheShortCommandsAndEnds() {
        assertThatCode(() -> Rehearsal.main(new String[0])).doesNotThrowAnyException();
    }
}
