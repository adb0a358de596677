package io.twingrid.notification;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.StandardWebhooks;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an address of what somebody wrote. What was left out is taken from what is there, which nobody can read back. */
final class WebhookAddress {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_SECRET = 200;
    /** RFC 5321 without what nobody uses: quoted local parts and addresses in brackets. */
    private static final Pattern MAILTO =
            Pattern.compile("mailto:([\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");

    private WebhookAddress() {}

    /**
     * The address that is wished.
     *
     * @throws io.twingrid.chassis.problem.ProblemException if a field is not what its kind needs
     */
    static Address of(Webhooks.Wish wish, @Nullable Target there) {
        Address before = there != null && there.kind() == wish.kind() ? there.address() : null;
        return switch (wish.kind()) {
            case PUSH ->
                throw Problem.invalid("kind", "browsers register at /api/push-subscriptions")
                        .asException();
            case EMAIL -> mailbox(wish, before);
            case CLOUDEVENTS -> {
                String secret = secret(wish, before);
                if (secret == null || !StandardWebhooks.isKey(secret)) {
                    throw Problem.invalid("secret", "must be whsec_ and a key of 24 to 64 bytes in base64")
                            .asException();
                }
                yield new Address.Hook(url(wish, before), secret);
            }
            case DINGTALK, FEISHU -> new Address.Hook(url(wish, before), secret(wish, before));
            case WECOM -> {
                if (wish.secret() != null) {
                    throw Problem.invalid("secret", "must be left out: a WeCom robot has its key in the URL")
                            .asException();
                }
                yield new Address.Hook(url(wish, before), null);
            }
        };
    }

    private static Address mailbox(Webhooks.Wish wish, @Nullable Address before) {
        if (wish.secret() != null) {
            throw Problem.invalid("secret", "must be left out: a mailbox needs none")
                    .asException();
        }
        if (wish.url() == null && before != null) {
            return before;
        }
        var mailto = MAILTO.matcher(String.valueOf(wish.url()));
        if (!mailto.matches()) {
            throw Problem.invalid("url", "must be mailto: and one mailbox").asException();
        }
        return new Address.Mailbox(mailto.group(1));
    }

    private static URI url(Webhooks.Wish wish, @Nullable Address before) {
        String url = wish.url();
        if (url == null && before instanceof Address.Hook hook) {
            return hook.url();
        }
        if (url == null || url.length() > LONGEST_URL) {
            throw Problem.invalid("url", "must be a URL of at most " + LONGEST_URL + " characters")
                    .asException();
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw Problem.invalid("url", "is not a URL").asException();
        }
    }

    private static @Nullable String secret(Webhooks.Wish wish, @Nullable Address before) {
        String secret = wish.secret();
        if (secret == null) {
            return before instanceof Address.Hook hook ? hook.secret() : null;
        }
        if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
            throw Problem.invalid("secret", "must have 1 to " + LONGEST_SECRET + " characters")
                    .asException();
        }
        return secret;
    }
}
