package io.twingrid.notification.channel.mail;

import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Mail by SMTP, as plain text and HTML. What waited for one mailbox goes as one mail: that is its digest. */
public final class MailSender implements Sender {
    private static final int MOST = 100;

    private final JavaMailSender smtp;
    private final String from;
    private final URI origin;
    private final ZoneId zone;

    /**
     * A sender.
     *
     * @param from whom mails come from
     * @param origin where the links of notices begin, as people reach it
     * @param zone the town's clock, for times in texts
     */
    public MailSender(JavaMailSender smtp, String from, URI origin, ZoneId zone) {
        this.smtp = smtp;
        this.from = from;
        this.origin = origin;
        this.zone = zone;
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    @Override
    public Mono<Answer> send(Target target, List<Notice> notices) {
        String mailbox = ((Address.Mailbox) target.address()).mailbox();
        MailText text = MailText.of(notices, target.language(), origin, zone);
        // SMTP blocks; its own limits of time end what the engine has given up.
        return Mono.fromCallable(() -> sent(mailbox, text)).subscribeOn(Schedulers.boundedElastic());
    }

    private Answer sent(String mailbox, MailText text) throws MessagingException {
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mailbox);
        helper.setSubject(text.subject());
        helper.setText(text.plain(), text.html());
        try {
            smtp.send(message);
            return new Answer.Taken("SMTP accepted");
        } catch (MailSendException e) {
            return isRefused(e) ? new Answer.Refused("SMTP refused the mailbox") : failed(e);
        }
    }

    private static Answer failed(MailSendException e) {
        return new Answer.Failed("SMTP " + e.getClass().getSimpleName(), null);
    }

    private static boolean isRefused(MailSendException e) {
        return e.getFailedMessages().values().stream()
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
