package io.twingrid.notification;

import io.twingrid.notification.domain.Alarm;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.Words;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the admins by a notice; its cause is the target and when it began to fail, so they are told of that once. */
final class PausedAlarm implements Alarm {
    private static final Audience ADMINS = new Audience("role:admin");
    private static final String TYPE = "delivery-paused";

    private final Notices notices;
    private final LiveNotices live;
    private final Announcer announcer;

    PausedAlarm(Notices notices, LiveNotices live, Announcer announcer) {
        this.notices = notices;
        this.live = live;
        this.announcer = announcer;
    }

    @Override
    public Mono<Void> paused(Target target, Instant since, String why) {
        Content content = new Content(
                TYPE + "/" + target.id() + "/" + since,
                TYPE,
                null,
                new Words("推送已暂停：" + target.name(), "Paused: " + target.name()),
                new Words(
                        "连续多次失败（%s）。排除原因后请恢复推送。".formatted(why),
                        "It has failed too often (%s). Please mend the cause, then resume it.".formatted(why)),
                "/api/webhooks/" + target.id(),
                since,
                true);
        return notices.append(List.of(new Draft(ADMINS, content)))
                .flatMapMany(Flux::fromIterable)
                .doOnNext(stored -> live.tell(stored.notice()))
                .flatMap(stored -> announcer.announce(stored.notice(), null))
                .then();
    }
}
