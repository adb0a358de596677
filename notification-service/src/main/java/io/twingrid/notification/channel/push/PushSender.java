package io.twingrid.notification.channel.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.channel.http.Outside;
import io.twingrid.notification.channel.http.Outside.Reply;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push (<a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>). What waited for one browser goes as one
 * message: the newest notice, and how many there are. It carries no text, link or audience, because these can name a
 * person; the page asks for them with its own token.
 */
public final class PushSender implements Sender {
    private static final int MOST = 100;

    private final Outside outside;
    private final Vapid vapid;
    private final Duration ttl;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    /**
     * A sender.
     *
     * @param ttl how long a push service keeps a message for a browser that is not there
     */
    public PushSender(Outside outside, Vapid vapid, Duration ttl, JsonMapper json) {
        this.outside = outside;
        this.vapid = vapid;
        this.ttl = ttl;
        this.json = json;
    }

    /** What the browser's service worker reads. */
    record Message(String id, String type, @Nullable String reportId, String title, int count) {}

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
        Address.Browser browser = (Address.Browser) target.address();
        boolean urgent = notices.stream().anyMatch(notice -> notice.content().urgent());
        byte[] body = encrypted(message(target, notices), browser);
        return vapid.authorization(browser.endpoint())
                .flatMap(authorization -> outside.post(
                        browser.endpoint(),
                        Map.of(
                                "authorization",
                                authorization,
                                "content-encoding",
                                "aes128gcm",
                                "content-type",
                                "application/octet-stream",
                                "ttl",
                                Long.toString(ttl.toSeconds()),
                                "urgency",
                                urgent ? "high" : "normal"),
                        body))
                .map(PushSender::judged);
    }

    private byte[] message(Target target, List<Notice> notices) {
        Notice newest = notices.getLast();
        Content content = newest.content();
        return json.writeValueAsBytes(new Message(
                newest.id(),
                content.type(),
                content.reportId(),
                content.title().in(target.language()),
                notices.size()));
    }

    private byte[] encrypted(byte[] message, Address.Browser browser) {
        byte[] salt = new byte[PushEncryption.SALT_BYTES];
        random.nextBytes(salt);
        try {
            ECKey ours = new ECKeyGenerator(Curve.P_256).generate();
            byte[] auth = new Base64URL(browser.auth()).decode();
            return PushEncryption.encrypt(message, Points.key(browser.key()), auth, ours, salt);
        } catch (JOSEException e) {
            throw new IllegalStateException("the platform lacks P-256", e);
        }
    }

    /** RFC 8030, section 7.3: 404 and 410 say that the subscription is no more; 400 and 413 that the message is at fault. */
    private static Answer judged(Reply reply) {
        String detail = "HTTP " + reply.status();
        if (reply.isSuccess()) {
            return new Answer.Taken(detail);
        }
        return switch (reply.status()) {
            case 404, 410 -> new Answer.Gone(detail);
            case 400, 413 -> new Answer.Refused(detail);
            default -> new Answer.Failed(detail, reply.retryAfter());
        };
    }
}
