package org.hoshimori.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hoshimori.platform.OutsideWorld;
import org.hoshimori.platform.web.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PostmanTests extends OutsideWorld {

    @Autowired Letters letters;
    @Autowired WaitingLetters waiting;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theSignInLinkArrivesAndIsThenForgotten() throws Exception {
        visit().post("/sign-in/link?lang=en", Map.of("email", "arrives@example.jp"));
        MimeMessage mail = arrived("arrives@example.jp");
        assertThat(mail.getSubject()).isEqualTo("[Hoshimori] Continue your registration");
        assertThat(mail.getFrom()[0]).hasToString("Hoshimori <stars@hoshimori.example>");
        assertThat(mail.getContentLanguage()).containsExactly("en");
        String text = text(mail);
        assertThat(text).contains(home + "/sign-in/link/", "works once");

        var visit = visit();
        assertThat(visit.post(linkIn(text), Map.of()).statusCode()).isEqualTo(302);
        eventually("sent", "arrives@example.jp");
        assertThat(lastLetter("arrives@example.jp")).isEmpty();
    }

    @Test
    void namesCannotSmuggleHeadersIn() throws Exception {
        post("victim@example.jp", "花子\r\nBcc: spy@example.jp", "件名\r\nX-Evil: 1");
        MimeMessage mail = arrived("victim@example.jp");
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("件名 X-Evil: 1");
    }

    @Test
    void aLetterWaitsWhileTheServerIsAwayAndIsSentLater() throws Exception {
        POST.stop();
        try {
            post("patient@example.jp", "", "patient");
            eventuallyTried("patient@example.jp");
        } finally {
            POST.start();
        }
        assertThat(state("patient@example.jp")).isEqualTo("waiting");
        assertThat(received("patient@example.jp")).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        assertThat(arrived("patient@example.jp").getSubject()).isEqualTo("patient");
    }

    @Test
    void pausesGrowToSixHours() {
        assertThat(Postman.pause(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Postman.pause(3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Postman.pause(29)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aLetterWhoseLinkEndedIsNotSent() {
        transaction.executeWithoutResult(status ->
                letters.post(
                        new Letter(
                                "test",
                                "stale@example.jp",
                                "",
                                Language.JA,
                                "stale",
                                List.of("hello"),
                                Optional.empty(),
                                Optional.of(clock.instant().minusSeconds(1)))));
        eventually("too-late", "stale@example.jp");
        assertThat(received("stale@example.jp")).isEmpty();
    }

    @Test
    void twoInstancesNeverTakeTheSameLetter() throws Exception {
        jdbc.sql(
                        """
                        insert into notice.letter (id, kind, to_address, to_name, language, subject, body, html,
                            created_at, next_try)
                        values (gen_random_uuid(), 'test', 'shared@example.jp', '', 'ja', 's', 'b', 'h', now(), '2999-01-01')
                        """)
                .update();
        var later = java.time.Instant.parse("2999-01-02T00:00:00Z");
        var held = new CountDownLatch(1);
        var tried = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    other.submit(() ->
                            transaction.execute(status -> {
                                var mine = waiting.next(later);
                                held.countDown();
                                await(tried);
                                return mine;
                            }));
            await(held);
            Optional<WaitingLetters.Waiting> second =
                    transaction.execute(status -> waiting.next(later));
            tried.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isPresent();
            assertThat(second).isNotPresent();
        }
    }

    private void post(String to, String name, String subject) {
        transaction.executeWithoutResult(status ->
                letters.post(
                        new Letter(
                                "test",
                                to,
                                name,
                                Language.JA,
                                subject,
                                List.of("hello"),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage arrived(String to) {
        for (int i = 0; i < 100; i++) {
            List<MimeMessage> found = received(to);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            pause();
        }
        throw new AssertionError("no letter for " + to);
    }

    private static List<MimeMessage> received(String to) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(to))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        var related = (MimeMultipart) mail.getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return (String) alternative.getBodyPart(0).getContent();
    }

    private void eventually(String state, String to) {
        for (int i = 0; i < 100 && !state.equals(state(to)); i++) {
            pause();
        }
        assertThat(state(to)).isEqualTo(state);
    }

    private void eventuallyTried(String to) {
        for (int i = 0; i < 100 && tries(to) == 0; i++) {
            pause();
        }
        assertThat(tries(to)).isPositive();
    }

    private int tries(String to) {
        return jdbc.sql("select tries from notice.letter where to_address = :to")
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    private String state(String to) {
        return jdbc.sql("select state from notice.letter where to_address = :to")
                .param("to", to)
                .query(String.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
