package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.PushSubscriptions;
import io.twingrid.notification.domain.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A browser's {@code PushSubscription.toJSON()}, with a name and a language if one likes. */
@Schema(name = "PushSubscriptionRequest")
record PushSubscriptionRequest(
        @Schema(description = "where its push service takes messages; never read back") @NotBlank @Size(max = 2000)
        String endpoint,

        @Schema(description = "as the browser has it; not used") @Nullable
        Double expirationTime,

        @NotNull @Valid Keys keys,

        @Schema(description = "what you call the device") @Nullable @Size(max = 80)
        String name,

        @Schema(description = "what its notices are written in; left out: ZH") @Nullable
        Language language) {

    /** What messages for it are encrypted with (RFC 8291). */
    @Schema(name = "PushSubscriptionKeys")
    record Keys(
            @Schema(description = "its public key, base64url") @NotBlank @Size(max = 200)
            String p256dh,

            @Schema(description = "the secret that it shares with us, base64url") @NotBlank @Size(max = 100)
            String auth) {}

    PushSubscriptions.Browser toBrowser() {
        return new PushSubscriptions.Browser(
                endpoint,
                keys.p256dh(),
                keys.auth(),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(language, Language.ZH));
    }
}
