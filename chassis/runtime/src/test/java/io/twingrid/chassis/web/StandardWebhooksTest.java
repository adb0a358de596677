package io.twingrid.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature is the one that receivers' libraries expect. */
class StandardWebhooksTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void thePublishedExampleIsSignedAsPublished() {
        assertThat(StandardWebhooks.signed(KEY, ID, AT, "{\"test\": 2432232314}"))
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(StandardWebhooks.isKey(KEY)).isTrue();
    }

    @Test
    void whoHasNoKeyIsCalledWithoutASignature() {
        assertThat(StandardWebhooks.unsigned(ID, AT)).containsOnlyKeys("webhook-id", "webhook-timestamp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not Base64 at all, whatever it may be",
            })
    void whatReceiversCouldNotCheckIsNoKey(String text) {
        assertThat(StandardWebhooks.isKey(text)).isFalse();
    }
}
