package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.Webhooks;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.TargetKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A webhook as somebody wants it. */
@Schema(name = "WebhookRequest")
record WebhookRequest(
        @Schema(
                description = "how it is spoken to",
                allowableValues = {"CLOUDEVENTS", "WECOM", "DINGTALK", "FEISHU", "EMAIL"})
        @NotNull
        TargetKind kind,

        @Schema(description = "what people call it") @NotBlank @Size(max = 80)
        String name,

        @Schema(
                description =
                        "https://… of the webhook or robot, or mailto:…; never read back. Left out in a change: as it is")
        @Nullable
        String url,

        @Schema(
                description =
                        "CLOUDEVENTS: whsec_ and a key in base64; DINGTALK, FEISHU: the robot's; never read back. Left out in a change: as it is")
        @Nullable
        String secret,

        @Schema(description = "whose notices go there, e.g. community:tieshan:community-lead")
        @NotNull
        @Size(min = 1, max = 50)
        Set<
                        @Pattern(
                                regexp =
                                        "(community|street):[\\w-]{1,60}:[a-z-]{1,40}|department:[\\w-]{1,60}|role:(points-)?admin|person:.{1,200}",
                                message = "must be an audience, e.g. community:tieshan:community-lead")
                        String>
                audiences,

        @Schema(description = "only notices of these facts, e.g. escalated; left out or empty: all")
        @Nullable
        @Size(max = 50)
        Set<@Pattern(regexp = "[a-z-]{1,40}", message = "must be a fact's short name, e.g. escalated") String> facts,

        @Schema(description = "what texts are written in; left out: ZH") @Nullable
        Language language,

        @Schema(description = "whether what is not urgent is collected and sent once a day")
        boolean digest) {

    Webhooks.Wish toWish() {
        return new Webhooks.Wish(
                kind,
                name,
                url,
                secret,
                audiences.stream().map(Audience::new).collect(Collectors.toSet()),
                facts == null ? Set.of() : facts,
                Objects.requireNonNullElse(language, Language.ZH),
                digest);
    }
}
