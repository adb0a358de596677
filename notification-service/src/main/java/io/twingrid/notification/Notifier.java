package io.twingrid.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.Handover;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeRules;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Notices.Stored;
import io.twingrid.notification.domain.Outgoing;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.ReportCard;
import io.twingrid.notification.domain.ReportCards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells those concerned of what was heard: keeps the cards, stores the notices, gives them to the streams of this instance
 * and announces them to the others.
 *
 * <p>It is done when the broker has the announcements, and only then does the poll's offset move. So a notice whose
 * announcement was lost in a crash is announced when its fact comes again, and needs no outbox; a notice that was there
 * already is announced again for that reason.
 */
public final class Notifier {
    private final NoticeRules rules;
    private final ReportCards cards;
    private final Notices notices;
    private final LiveNotices live;
    private final Announcer announcer;
    private final List<Outgoing> ways;
    private final Recipients recipients;
    private final MeterRegistry metrics;

    public Notifier(
            NoticeRules rules,
            ReportCards cards,
            Notices notices,
            LiveNotices live,
            Announcer announcer,
            List<Outgoing> ways,
            Recipients recipients,
            MeterRegistry metrics) {
        this.rules = rules;
        this.cards = cards;
        this.notices = notices;
        this.live = live;
        this.announcer = announcer;
        this.ways = List.copyOf(ways);
        this.recipients = recipients;
        this.metrics = metrics;
    }

    /**
     * Works off what one poll brought, in its order.
     *
     * @return errors: of the store or the broker, if one of them is away; then all of it may be asked for again
     */
    public Mono<Void> tell(List<Heard> poll) {
        Set<String> reports =
                poll.stream().map(Heard::reportId).filter(Objects::nonNull).collect(Collectors.toSet());
        return cards.find(reports).flatMap(known -> {
            Map<String, ReportCard> news = new HashMap<>();
            List<Draft> drafts = drafts(poll, known, news);
            return Mono.when(cards.save(news), publish(drafts, traces(poll)));
        });
    }

    /** Takes each fact into its report's card before the rules look at it; {@code news} collects what was added. */
    private List<Draft> drafts(List<Heard> poll, Map<String, ReportCard> known, Map<String, ReportCard> news) {
        List<Draft> drafts = new ArrayList<>();
        for (Heard heard : poll) {
            ReportCard card = ReportCard.BLANK;
            if (heard.reportId() != null) {
                ReportCard added = news.merge(heard.reportId(), heard.news(), ReportCard::with);
                card = known.getOrDefault(heard.reportId(), ReportCard.BLANK).with(added);
            }
            drafts.addAll(rules.drafts(heard, card));
        }
        return drafts;
    }

    private Mono<Void> publish(List<Draft> drafts, Map<String, String> traces) {
        return notices.append(drafts).flatMap(all -> {
            List<Notice> told = all.stream().map(Stored::notice).toList();
            all.forEach(this::count);
            // The streams of this instance need not wait for the broker; they pass over what they hear again.
            told.forEach(live::tell);
            Mono<Void> announced = Flux.fromIterable(told)
                    .flatMap(notice -> announcer.announce(
                            notice, traces.get(notice.content().cause())))
                    .then();
            return Mono.when(announced, handOver(told));
        });
    }

    private Mono<Void> handOver(List<Notice> told) {
        if (ways.isEmpty() || told.isEmpty()) {
            return Mono.empty();
        }
        Set<Audience> audiences = told.stream().map(Notice::audience).collect(Collectors.toSet());
        return recipients.among(audiences).collectList().flatMap(all -> {
            List<Handover> handovers = told.stream()
                    .map(notice -> new Handover(
                            notice,
                            all.stream()
                                    .filter(one -> one.audiences().contains(notice.audience()))
                                    .toList()))
                    .toList();
            return Mono.when(ways.stream().map(way -> way.take(handovers)).toList());
        });
    }

    private void count(Stored stored) {
        if (stored.isNew()) {
            Counter.builder("notices.stored")
                    .description("Notices that were stored, by the fact that they tell of")
                    .tag("type", stored.notice().content().type())
                    .register(metrics)
                    .increment();
        }
    }

    private static Map<String, String> traces(List<Heard> poll) {
        Map<String, String> traces = new HashMap<>();
        for (Heard heard : poll) {
            @Nullable String trace = heard.traceparent();
            if (trace != null) {
                traces.put(heard.cause(), trace);
            }
        }
        return traces;
    }
}
