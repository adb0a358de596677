package io.twingrid.escalation.channel;

import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.web.StandardWebhooks;
import io.twingrid.escalation.domain.Location;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * A letter as JSON to a department's webhook, after {@link StandardWebhooks}: {@code webhook-id} is the same over every try,
 * {@code webhook-signature} is there where the department has a key.
 */
public final class WebhookCarrier implements Carrier {
    private final HttpCalls calls;
    private final Map<String, String> keys;
    private final Clock clock;

    /**
     * A carrier.
     *
     * @param within how long one call may take
     * @param keys what letters are signed with, by department, as {@link StandardWebhooks#isKey} has it
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
            Map<String, String> headers = headers(letter, body);
            return calls.answer(calls.post(target.to())
                            .contentType(MediaType.APPLICATION_JSON)
                            .headers(all -> all.setAll(headers))
                            .bodyValue(body))
                    .then(Mono.empty());
        });
    }

    @Override
    public Mono<Remote> ask(ForwardTarget target, String reference) {
        return Mono.error(new CarrierException("A webhook cannot be asked."));
    }

    /** A letter that its receiver could not check is not sent: it waits, and staff see why. */
    private Map<String, String> headers(Letter letter, String body) {
        String key = keys.get(letter.department());
        if (key == null) {
            return StandardWebhooks.unsigned(letter.id(), clock.instant());
        }
        if (!StandardWebhooks.isKey(key)) {
            throw new CarrierException(
                    "Its key in ESCALATION_FORWARD_KEYS must be 'whsec_' and 24 to 64 bytes in Base64.");
        }
        return StandardWebhooks.signed(key, letter.id(), clock.instant(), body);
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
