package io.twingrid.escalation.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A letter by e-mail. Its {@code Message-ID} is the same over every try, so that a mailbox knows a repeat. */
public final class EmailCarrier implements Carrier {
    private final @Nullable JavaMailSender sender;
    private final String from;
    private final LetterText text;

    /**
     * A carrier.
     *
     * @param sender null while the operator has named no mail server: letters wait and say so
     */
    public EmailCarrier(@Nullable JavaMailSender sender, String from, LetterText text) {
        this.sender = sender;
        this.from = from;
        this.text = text;
    }

    @Override
    public ForwardChannel channel() {
        return ForwardChannel.EMAIL;
    }

    @Override
    public Mono<String> send(ForwardTarget target, Letter letter) {
        JavaMailSender server = sender;
        if (server == null) {
            return Mono.error(new CarrierException("No mail server is set: SPRING_MAIL_HOST."));
        }
        return Mono.<String>fromRunnable(() -> deliver(server, target, letter))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Remote> ask(ForwardTarget target, String reference) {
        return Mono.error(new CarrierException("A mailbox cannot be asked."));
    }

    private void deliver(JavaMailSender server, ForwardTarget target, Letter letter) {
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, UTF_8.name());
            helper.setFrom(from);
            helper.setTo(target.to());
            helper.setSubject(text.subject(letter));
            helper.setText(text.body(letter));
            message.setHeader("Message-ID", messageId(letter));
            server.send(message);
        } catch (MailException | MessagingException e) {
            throw new CarrierException("The mail server did not take it (" + rootName(e) + ").", e);
        }
    }

    /** A reminder is a message of its own. */
    private static String messageId(Letter letter) {
        String left = letter.id().replaceAll("[^A-Za-z0-9.-]", ".");
        return "<" + left + (letter.isReminder() ? ".reminder-" + letter.reminders() : "") + "@twingrid>";
    }

    private static String rootName(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
