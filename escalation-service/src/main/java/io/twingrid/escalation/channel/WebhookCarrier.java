package io.twingrid.escalation.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.fact.FactJson;
import io.twingrid.escalation.domain.Location;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * A letter as JSON to a department's webhook, with the headers of Standard Webhooks: {@code webhook-id} is the same over every
 * try, {@code webhook-signature} is there where the department has a key.
 */
public final class WebhookCarrier implements Carrier {
    private final HttpCalls calls;
    private final Map<String, String> keys;
    private final Clock clock;

    /**
     * A carrier.
     *
     * @param within how long one call may take
     * @param keys what letters are signed with, by department
     */
    public WebhookCarrier(Duration within, Map<String, String> keys, Clock clock) {
        this.calls = new HttpCalls(within);
        this.keys = Map.copyOf(keys);
        this.clock = clock;
    }

    @Override
    public ForwardChannel channel() {
        return ForwardChannel.WEBHOOK;
    }

    @Override
    public Mono<String> send(ForwardTarget target, Letter letter) {
        return Mono.defer(() -> {
            String body = FactJson.write(Body.of(letter));
            String time = String.valueOf(clock.instant().getEpochSecond());
            WebClient.RequestBodySpec request = calls.post(target.to())
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("webhook-id", letter.id())
                    .header("webhook-timestamp", time);
            String key = keys.get(letter.department());
            if (key != null) {
                request.header("webhook-signature", "v1," + signature(key, letter.id() + "." + time + "." + body));
            }
            return calls.answer(request.bodyValue(body)).then(Mono.empty());
        });
    }

    @Override
    public Mono<Remote> ask(ForwardTarget target, String reference) {
        return Mono.error(new CarrierException("A webhook cannot be asked."));
    }

    private static String signature(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    /** What the department reads. */
    record Body(
            String reportId,
            String number,
            String department,
            String category,
            Priority priority,
            String description,
            Location location,
            @Nullable String address,
            @Nullable Instant dueBy,
            boolean reminder) {
        static Body of(Letter letter) {
            return new Body(
                    letter.reportId(),
                    letter.report().number(),
                    letter.department(),
                    letter.report().category(),
                    letter.report().priority(),
                    letter.report().description(),
                    letter.report().location(),
                    letter.report().address(),
                    letter.dueBy(),
                    letter.isReminder());
        }
    }
}
