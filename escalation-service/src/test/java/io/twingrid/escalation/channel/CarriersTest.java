package io.twingrid.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.twingrid.chassis.web.StandardWebhooks;
import io.twingrid.escalation.RemoteSystem;
import io.twingrid.escalation.domain.SampleCases;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters to systems on loopback, good and bad. */
class CarriersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WITHIN = Duration.ofMillis(700);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final LetterText TEXT = new LetterText(ZoneId.of("Asia/Shanghai"), "https://town.example");

    private final RemoteSystem remote = new RemoteSystem();
    private final Carrier webhook = new WebhookCarrier(WITHIN, Map.of("power", KEY), Clock.fixed(NOON, ZoneOffset.UTC));
    private final Carrier open311 = new Open311Carrier(WITHIN, Map.of("power", "secret"), TEXT);

    @AfterEach
    void close() {
        remote.close();
    }

    @Test
    void aWebhookGetsTheLetterSignedAndUnderOneId() {
        assertThat(send(webhook, hook("/in"))).isNull();

        RemoteSystem.Asked asked = remote.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/in");
        assertThat(asked.headers().get("Webhook-id")).containsExactly("f/power");
        assertThat(asked.headers().get("Webhook-timestamp")).containsExactly("1795348800");
        assertThat(asked.headers().get("Webhook-signature"))
                .as("what a receiver's library works out")
                .containsExactly(StandardWebhooks.signed(KEY, "f/power", NOON, asked.body())
                        .get("webhook-signature"));
        assertThat(asked.body())
                .contains("\"number\":\"20261122-7K3M9QXA\"", "\"department\":\"power\"", "\"reminder\":false")
                .doesNotContain("observer-1");
    }

    @Test
    void aKeyThatReceiversCouldNotCheckWithIsNamedAndNothingIsSent() {
        Carrier plain = new WebhookCarrier(WITHIN, Map.of("power", "secret"), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThatThrownBy(() -> send(plain, hook("/in")))
                .isInstanceOf(CarrierException.class)
                .hasMessageContaining("ESCALATION_FORWARD_KEYS")
                .hasMessageContaining("whsec_")
                .hasMessageNotContaining("secret");
        assertThat(remote.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, It answered 500.", "404, It answered 404.", "429, It answered 429."})
    void aBadAnswerIsNoDelivery(int status, String words) {
        remote.answers(asked -> new RemoteSystem.Answer(status, "no"));

        assertThatThrownBy(() -> send(webhook, hook("/")))
                .isInstanceOf(CarrierException.class)
                .hasMessage(words);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (RemoteSystem inside = new RemoteSystem()) {
            remote.answers(asked -> new RemoteSystem.Answer(307, inside.url() + "/admin"));

            assertThatThrownBy(() -> send(webhook, hook("/")))
                    .hasMessage("It answered 307; redirects are not followed.");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedForLong() {
        CountDownLatch end = new CountDownLatch(1);
        remote.answers(asked -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new RemoteSystem.Answer(200, "");
        });

        assertThatThrownBy(() -> send(webhook, hook("/"))).hasMessage("It did not answer within 700 ms.");
        end.countDown();
    }

    @Test
    void whoIsNotThereCannotBeReached() {
        ForwardTarget nobody = hook("/");
        remote.close();

        assertThatThrownBy(() -> send(webhook, nobody)).hasMessageStartingWith("It cannot be reached (");
    }

    @Test
    void anOpen311EndpointGetsAServiceRequestAndSaysItsNumber() {
        remote.answers(asked -> new RemoteSystem.Answer(201, "[{\"service_request_id\":4711}]"));

        assertThat(send(open311, endpoint())).isEqualTo("4711");

        RemoteSystem.Asked asked = remote.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v2/requests.json");
        assertThat(URLDecoder.decode(asked.body(), StandardCharsets.UTF_8))
                .contains("service_code=street-light", "lat=24.611", "long=118.004", "api_key=secret")
                .contains("jurisdiction_id=guankou", "address_string=铁山路 12 号对面", "20261122-7K3M9QXA")
                .contains("https://town.example/api/escalations/report")
                .doesNotContain("observer-1");
    }

    @Test
    void aTokenIsExchangedForTheNumberAndTheNumberForTheState() {
        remote.answers(asked -> switch (asked.path()) {
            case "/v2/requests.json" -> new RemoteSystem.Answer(200, "[{\"token\":\"t 1\"}]");
            case "/v2/tokens/t%201.json?jurisdiction_id=guankou" ->
                new RemoteSystem.Answer(200, "[{\"token\":\"t 1\",\"service_request_id\":\"a/b\"}]");
            case "/v2/requests/a%2Fb.json?jurisdiction_id=guankou" ->
                new RemoteSystem.Answer(200, "[{\"status\":\"CLOSED\",\"status_notes\":\"done\"}]");
            default -> new RemoteSystem.Answer(404, asked.path());
        });

        String reference = send(open311, endpoint());

        assertThat(reference).isEqualTo("token:t 1");
        assertThat(open311.ask(endpoint(), "token:t 1").block(PATIENCE)).isEqualTo(new Remote("a/b", true, "done"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>login</html>  | It answered what is not JSON.",
                "[]                  | It does not know the request.",
                "[{}]                | It answered without a status.",
                "''                  | It answered nothing.",
            })
    void whatCannotBeReadIsNoAnswer(String body, String words) {
        remote.answers(asked -> new RemoteSystem.Answer(200, body));

        assertThatThrownBy(() -> open311.ask(endpoint(), "4711").block(PATIENCE))
                .isInstanceOf(CarrierException.class)
                .hasMessage(words);
    }

    @Test
    void aLetterIsMailedInBothLanguagesUnderOneId() throws MessagingException, IOException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            Carrier email = new EmailCarrier(sender, "centre@town.example", TEXT);
            ForwardTarget mailbox =
                    new ForwardTarget(ForwardChannel.EMAIL, "power@town.example", null, Map.of(), false);

            send(email, mailbox);
            send(email, mailbox);
            email.send(mailbox, letter(1)).block(PATIENCE);

            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(3);
            assertThat(mails[0].getSubject()).isEqualTo("[派发 Dispatched] 20261122-7K3M9QXA 01037");
            assertThat(mails[2].getSubject()).startsWith("[催办 Reminder]");
            assertThat(mails[0].getMessageID()).isEqualTo("<f.power@twingrid>").isEqualTo(mails[1].getMessageID());
            assertThat(mails[2].getMessageID()).isEqualTo("<f.power.reminder-1@twingrid>");
            assertThat(mails[0].getAllRecipients())
                    .extracting(Address::toString)
                    .containsExactly("power@town.example");
            assertThat(mails[0].getContent().toString())
                    .contains("两盏路灯不亮", "Due by: 2026-11-22 20:00")
                    .doesNotContain("observer-1");
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutAMailServerALetterSaysWhatIsMissing() {
        Carrier email = new EmailCarrier(null, "centre@town.example", TEXT);

        assertThatThrownBy(() -> send(email, hook("/"))).hasMessage("No mail server is set: SPRING_MAIL_HOST.");
    }

    private @Nullable String send(Carrier carrier, ForwardTarget target) {
        return carrier.send(target, letter(0)).block(PATIENCE);
    }

    private ForwardTarget hook(String path) {
        return new ForwardTarget(ForwardChannel.WEBHOOK, remote.url() + path, null, Map.of(), false);
    }

    private ForwardTarget endpoint() {
        return new ForwardTarget(
                ForwardChannel.OPEN311, remote.url() + "/v2", "guankou", Map.of("01037", "street-light"), false);
    }

    private static Letter letter(int reminders) {
        return new Letter("f/power", "report", "power", SampleCases.report(), NOON, reminders);
    }
}
