package org.hoshimori.platform.notice;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.account.LinkAsked;
import org.hoshimori.platform.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The letter with the link that signs in.
@Component
class SignInLetters {

    private final Letters letters;
    private final Words words;

    SignInLetters(Letters letters, Words words) {
        this.letters = letters;
        this.words = words;
    }

    /// In the asker's transaction: the link is nowhere else.
    @EventListener
    void write(LinkAsked asked) {
        String kind = asked.known() ? "notice.sign-in" : "notice.sign-up";
        letters.post(
                new Letter(
                        "sign-in",
                        asked.email(),
                        asked.name(),
                        asked.language(),
                        words.say(asked.language(), kind + ".subject"),
                        List.of(
                                words.say(asked.language(), kind + ".text"),
                                words.say(asked.language(), "notice.sign-in.valid"),
                                words.say(asked.language(), "notice.sign-in.not-you")),
                        Optional.of(
                                new Letter.Action(
                                        words.say(asked.language(), kind + ".action"),
                                        asked.link())),
                        Optional.of(asked.until())));
    }
}
