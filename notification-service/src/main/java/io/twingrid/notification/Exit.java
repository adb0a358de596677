package io.twingrid.notification;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Handover;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Outgoing;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Finds who can be told of stored notices outside the live stream, and hands them to every way out. */
public final class Exit {
    private final Recipients recipients;
    private final List<Outgoing> ways;

    public Exit(Recipients recipients, List<Outgoing> ways) {
        this.recipients = recipients;
        this.ways = List.copyOf(ways);
    }

    /** Completes when every way has kept what it took. Errors: the store's, if it is away. */
    Mono<Void> handOver(List<Notice> told) {
        if (ways.isEmpty() || told.isEmpty()) {
            return Mono.empty();
        }
        Set<Audience> audiences = told.stream().map(Notice::audience).collect(Collectors.toSet());
        return recipients.among(audiences).collectList().flatMap(all -> {
            List<Handover> handovers =
                    told.stream().map(notice -> handover(notice, all)).toList();
            return Mono.when(ways.stream().map(way -> way.take(handovers)).toList());
        });
    }

    private static Handover handover(Notice notice, List<Recipient> all) {
        return new Handover(
                notice,
                all.stream()
                        .filter(recipient -> recipient.audiences().contains(notice.audience()))
                        .toList());
    }
}
