package org.hoshimori.platform.notice;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries letters to the SMTP server.
///
/// Each letter is sent while its row is locked, and others skip locked rows: several instances
/// share the work. A crash between the server's "accepted" and our commit sends a letter twice
/// (with the same Message-ID), never zero times.
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /// With the pauses above, about five days.
    private static final int MOST_TRIES = 30;

    private final WaitingLetters waiting;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final JavaMailSenderImpl smtp;
    private final Clock clock;
    private final boolean demo;

    Postman(
            WaitingLetters waiting,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${hoshimori.demo:false}") boolean demo) {
        this.waiting = waiting;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = demo;
        this.smtp = smtp(settings);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhetherLettersLeave() {
        if (!settings.set() && !demo) {
            LOG.warn(
                    "No mail server is set (hoshimori.mail.host): letters wait in the database, and nobody can sign in by mail");
        }
    }

    @Scheduled(fixedDelay = 1000)
    void round() {
        if (!settings.set()) {
            return;
        }
        boolean another = true;
        while (another && !Thread.currentThread().isInterrupted()) {
            another = Boolean.TRUE.equals(transaction.execute(status -> carryOne()));
        }
    }

    /// @return whether there was one
    private boolean carryOne() {
        Optional<WaitingLetters.Waiting> next = waiting.next(clock.instant());
        next.ifPresent(this::carry);
        return next.isPresent();
    }

    private void carry(WaitingLetters.Waiting letter) {
        Instant now = clock.instant();
        if (letter.uselessAfter().isPresent() && !letter.uselessAfter().get().isAfter(now)) {
            waiting.end(letter.id(), "too-late", now);
            return;
        }
        try {
            send(letter);
            waiting.end(letter.id(), "sent", now);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            LOG.warn("Letter {} could not be sent, try {}", letter.id(), letter.tries() + 1, e);
            String why = String.valueOf(e.getMessage());
            if (letter.tries() + 1 >= MOST_TRIES) {
                waiting.giveUp(letter.id(), why);
            } else {
                waiting.tryLater(letter.id(), now.plus(pause(letter.tries())), why);
            }
        }
    }

    private void send(WaitingLetters.Waiting letter)
            throws MessagingException, UnsupportedEncodingException {
        var message = smtp.createMimeMessage();
        var parts =
                new MimeMessageHelper(
                        message,
                        MimeMessageHelper.MULTIPART_MODE_RELATED,
                        StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from(), "Hoshimori");
        if (letter.name().isEmpty()) {
            parts.setTo(letter.address());
        } else {
            parts.setTo(
                    new jakarta.mail.internet.InternetAddress(
                            letter.address(), letter.name(), "UTF-8"));
        }
        parts.setSubject(letter.subject());
        parts.setText(letter.body(), letter.html());
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(
                "Message-ID",
                "<" + letter.id() + settings.from().substring(settings.from().indexOf('@')) + ">");
        smtp.send(message);
    }

    /// 30 s, 1 min, 2 min … 6 h.
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static JavaMailSenderImpl smtp(MailSettings settings) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost(settings.host());
        smtp.setPort(settings.port());
        smtp.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = smtp.getJavaMailProperties();
        if (!settings.user().isBlank()) {
            smtp.setUsername(settings.user());
            smtp.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        if (settings.starttls()) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, "15000");
        }
        return smtp;
    }
}
