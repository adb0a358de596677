package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets.Registered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as those see it who may change it: without its secrets, to which a robot's URL belongs. */
@Schema(name = "Webhook")
record WebhookView(
        String id,

        TargetKind kind,

        @Schema(description = "what people call it") String name,

        @Schema(description = "where it is: the host of the URL, or of the mailbox")
        String host,

        @Schema(description = "whose notices go there") List<String> audiences,

        @Schema(description = "only notices of these facts; empty: all")
        List<String> facts,

        Language language,

        @Schema(description = "whether what is not urgent is collected and sent once a day")
        boolean digest,

        @Schema(
                description =
                        "ACTIVE: it answers; FAILING: it is tried again, later each time; PAUSED: until somebody resumes it")
        State state,

        @Schema(description = "since when it has been failing; absent if it has not") @Nullable
        Instant failingSince,

        @Schema(description = "the failure for which it was paused; absent if it was not") @Nullable
        String pausedFor,

        @Schema(description = "who registered it") String owner,

        @Schema(description = "when it was registered or changed last")
        Instant at) {

    enum State {
        ACTIVE,
        FAILING,
        PAUSED
    }

    static WebhookView of(Registered found) {
        Target target = found.target();
        return new WebhookView(
                target.id(),
                target.kind(),
                target.name(),
                host(target.address()),
                target.audiences().stream().map(Audience::id).sorted().toList(),
                target.facts().stream().sorted().toList(),
                target.language(),
                target.digest(),
                state(found),
                found.failingSince(),
                found.paused(),
                target.owner(),
                target.at());
    }

    private static State state(Registered found) {
        if (found.paused() != null) {
            return State.PAUSED;
        }
        return found.failures() > 0 ? State.FAILING : State.ACTIVE;
    }

    private static String host(Address address) {
        return switch (address) {
            case Address.Browser browser -> browser.endpoint().getHost();
            case Address.Hook hook -> hook.url().getHost();
            case Address.Mailbox mailbox ->
                mailbox.mailbox().substring(mailbox.mailbox().indexOf('@') + 1);
        };
    }
}
