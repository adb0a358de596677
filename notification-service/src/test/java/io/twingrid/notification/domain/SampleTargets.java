package io.twingrid.notification.domain;

import static io.twingrid.notification.domain.Samples.NINE;

import java.net.URI;
import java.util.Set;

/** Targets for tests. */
public final class SampleTargets {
    private SampleTargets() {}

    /** A webhook for a group's notices. */
    public static Target webhook(String id, Audience... audiences) {
        return group(id, TargetKind.CLOUDEVENTS, audiences);
    }

    /** A group's target of any kind that is called over HTTP. */
    public static Target group(String id, TargetKind kind, Audience... audiences) {
        return new Target(
                id,
                kind,
                "admin",
                "desk",
                Set.of(audiences),
                Set.of(),
                Language.ZH,
                false,
                new Address.Hook(URI.create("https://example.org/hook?token=hidden-url"), "hidden-secret"),
                NINE);
    }

    /** A person's browser. */
    public static Target browser(String id, String owner) {
        return new Target(
                id,
                TargetKind.PUSH,
                owner,
                "phone",
                Set.of(),
                Set.of(),
                Language.EN,
                false,
                new Address.Browser(URI.create("https://push.example.org/hidden-url"), "key", "hidden-secret"),
                NINE);
    }
}
