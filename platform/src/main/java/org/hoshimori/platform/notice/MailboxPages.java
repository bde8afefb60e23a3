package org.hoshimori.platform.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.OpenPaths;
import org.hoshimori.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The demo's post: every letter of the sample nation, for everybody. Exists in the demo only.
@Controller
@Profile("demo")
class MailboxPages {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s]+");

    private final Templates templates;
    private final JdbcClient jdbc;

    MailboxPages(Templates templates, JdbcClient jdbc) {
        this.templates = templates;
        this.jdbc = jdbc;
    }

    @GetMapping("/mailbox")
    Page mailbox(Frame frame, @RequestParam(defaultValue = "") String to) {
        return new Page(templates.noticeMailbox(frame, to, people(), letters(to)));
    }

    private List<MailboxLetter> letters(String to) {
        return jdbc.sql(
                        """
                        select * from notice.letter where :to = '' or to_address = :to
                        order by created_at desc, id limit 100
                        """)
                .param("to", to)
                .query((row, index) ->
                        new MailboxLetter(
                                row.getString("id"),
                                row.getString("to_name"),
                                row.getString("to_address"),
                                row.getString("language"),
                                row.getString("subject"),
                                parts(row.getString("body")),
                                Sql.instant(row, "created_at")))
                .list();
    }

    private List<MailboxLetter.Person> people() {
        return jdbc.sql(
                        """
                        select to_address, max(to_name) as name from notice.letter
                        group by to_address order by to_address
                        """)
                .query((row, index) ->
                        new MailboxLetter.Person(
                                row.getString("to_address"), row.getString("name")))
                .list();
    }

    static List<MailboxLetter.Part> parts(String body) {
        List<MailboxLetter.Part> parts = new ArrayList<>();
        Matcher link = LINK.matcher(body);
        int from = 0;
        while (link.find()) {
            parts.add(new MailboxLetter.Part(body.substring(from, link.start()), false));
            parts.add(new MailboxLetter.Part(link.group(), true));
            from = link.end();
        }
        parts.add(new MailboxLetter.Part(body.substring(from), false));
        return parts;
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class Open {

        @Bean
        OpenPaths mailboxPaths() {
            return OpenPaths.of("/mailbox");
        }
    }
}
