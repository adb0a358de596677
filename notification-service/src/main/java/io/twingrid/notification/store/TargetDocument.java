package io.twingrid.notification.store;

import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A target as it lies in the collection {@code targets}, without how it fares; public because the driver's record codec is
 * another package.
 *
 * @param personal whether it is a person's own
 * @param uri the endpoint, the URL or the mailbox, sealed
 * @param key the browser's public key; nothing for others
 * @param secret the browser's, or what calls are signed with, sealed
 */
public record TargetDocument(
        @BsonId String id,
        String kind,
        String owner,
        String name,
        boolean personal,
        List<String> audiences,
        List<String> facts,
        String language,
        boolean digest,
        String uri,
        @Nullable String key,
        @Nullable String secret,
        Instant at) {

    static TargetDocument from(Target target, SecretBox box) {
        Address address = target.address();
        return switch (address) {
            case Address.Browser browser ->
                from(target, box.seal(browser.endpoint().toString()), browser.key(), box.seal(browser.auth()));
            case Address.Hook hook -> {
                String secret = hook.secret();
                yield from(target, box.seal(hook.url().toString()), null, secret == null ? null : box.seal(secret));
            }
            case Address.Mailbox mailbox -> from(target, box.seal(mailbox.mailbox()), null, null);
        };
    }

    private static TargetDocument from(Target target, String uri, @Nullable String key, @Nullable String secret) {
        return new TargetDocument(
                target.id(),
                target.kind().name(),
                target.owner(),
                target.name(),
                target.isPersonal(),
                target.audiences().stream().map(Audience::id).sorted().toList(),
                target.facts().stream().sorted().toList(),
                target.language().name(),
                target.digest(),
                uri,
                key,
                secret,
                target.at());
    }

    Target toTarget(SecretBox box) {
        TargetKind means = TargetKind.valueOf(kind);
        return new Target(
                id,
                means,
                owner,
                name,
                audiences.stream().map(Audience::new).collect(Collectors.toSet()),
                Set.copyOf(facts),
                Language.valueOf(language),
                digest,
                address(means, box),
                at);
    }

    private Address address(TargetKind means, SecretBox box) {
        String where = box.open(uri);
        String opened = secret == null ? null : box.open(secret);
        return switch (means) {
            case PUSH ->
                new Address.Browser(
                        URI.create(where),
                        Objects.requireNonNull(key, "key"),
                        Objects.requireNonNull(opened, "secret"));
            case CLOUDEVENTS, WECOM, DINGTALK, FEISHU -> new Address.Hook(URI.create(where), opened);
            case EMAIL -> new Address.Mailbox(where);
        };
    }
}
