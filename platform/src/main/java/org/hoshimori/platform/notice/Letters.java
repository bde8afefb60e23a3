package org.hoshimori.platform.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes letters down, as text and as HTML, in the transaction of their cause: what is committed
/// is sent, whatever happens to this process.
@Component
public class Letters {

    private final JdbcClient jdbc;
    private final Templates templates;
    private final Words words;
    private final Clock clock;

    Letters(JdbcClient jdbc, Templates templates, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.words = words;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        var now = Sql.at(clock.instant());
        jdbc.sql(
                        """
                        insert into notice.letter (id, kind, to_address, to_name, language, subject, body, html,
                            created_at, useless_after, next_try)
                        values (:id, :kind, :to, :name, :language, :subject, :body, :html, :now, :useless, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", letter.kind())
                .param("to", letter.to())
                .param("name", letter.name())
                .param("language", letter.language().tag())
                .param("subject", letter.subject())
                .param("body", text(letter))
                .param("html", templates.noticeLetter(view(letter)).render())
                .param("now", now)
                .param("useless", letter.uselessAfter().map(Sql::at).orElse(null))
                .update();
    }

    private LetterView view(Letter letter) {
        return new LetterView(
                letter.language().tag(),
                letter.subject(),
                greeting(letter),
                letter.paragraphs(),
                letter.action(),
                say(letter, "notice.footer"));
    }

    private String text(Letter letter) {
        List<String> parts = new ArrayList<>();
        parts.add(greeting(letter));
        parts.addAll(letter.paragraphs());
        letter.action().ifPresent(action -> parts.add(action.label() + "\n" + action.link()));
        parts.add("-- \n" + say(letter, "notice.footer"));
        return String.join("\n\n", parts) + "\n";
    }

    private String greeting(Letter letter) {
        return letter.name().isEmpty()
                ? say(letter, "notice.greeting")
                : say(letter, "notice.greeting.name", letter.name());
    }

    private String say(Letter letter, String key, Object... arguments) {
        return words.say(letter.language(), key, arguments);
    }
}
