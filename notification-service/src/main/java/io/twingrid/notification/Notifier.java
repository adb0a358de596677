package io.twingrid.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.notification.domain.Announcer;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Cards;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.FirstDrafts;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeRules;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Notices.Stored;
import io.twingrid.notification.domain.Patrols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells those concerned of what was heard: keeps the cards, stores the notices, gives them to the streams of this instance,
 * announces them to the others and hands them to the ways out.
 *
 * <p>It is done when the broker has the announcements and the ways out have kept what they took, and only then does the
 * poll's offset move. So a notice whose announcement was lost in a crash is announced when its fact comes again, and needs
 * no outbox; a notice that was there already is announced again for that reason.
 */
public final class Notifier {
    private final NoticeRules rules;
    private final Cards cards;
    private final Patrols patrols;
    private final FirstDrafts firstDrafts;
    private final Notices notices;
    private final LiveNotices live;
    private final Announcer announcer;
    private final Exit exit;
    private final Duration kept;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** What is known of reports, care tasks and observers, and what was drafted already. */
    public record Memory(Cards cards, Patrols patrols, FirstDrafts firstDrafts) {}

    /** Where stored notices go. */
    public record Ways(LiveNotices live, Announcer announcer, Exit exit) {}

    /**
     * Tells by these rules.
     *
     * @param kept how long notices are kept; what is older is not news any more
     */
    public Notifier(
            NoticeRules rules,
            Memory memory,
            Notices notices,
            Ways ways,
            Duration kept,
            Clock clock,
            MeterRegistry metrics) {
        this.rules = rules;
        this.cards = memory.cards();
        this.patrols = memory.patrols();
        this.firstDrafts = memory.firstDrafts();
        this.notices = notices;
        this.live = ways.live();
        this.announcer = ways.announcer();
        this.exit = ways.exit();
        this.kept = kept;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Works off what one poll brought, in its order.
     *
     * @return errors: of the store or the broker, if one of them is away; then all of it may be asked for again
     */
    public Mono<Void> tell(List<Heard> poll) {
        Set<String> subjects =
                poll.stream().map(Heard::subject).filter(Objects::nonNull).collect(Collectors.toSet());
        return cards.find(subjects).flatMap(known -> {
            Map<String, Card> news = new HashMap<>();
            Map<String, List<Draft>> drafts = drafts(poll, known, news);
            Mono<Void> told = firstDrafts.keep(drafts).flatMap(first -> publish(first, traces(poll)));
            return Mono.when(
                    cards.save(news),
                    patrols.save(poll.stream()
                            .map(Heard::patrol)
                            .filter(Objects::nonNull)
                            .toList()),
                    told);
        });
    }

    /** Takes each fact into its subject's card before the rules look at it; {@code news} collects what was added. */
    private Map<String, List<Draft>> drafts(List<Heard> poll, Map<String, Card> known, Map<String, Card> news) {
        Instant oldest = clock.instant().minus(kept);
        Map<String, List<Draft>> drafts = new LinkedHashMap<>();
        for (Heard heard : poll) {
            Card card = Card.BLANK;
            if (heard.subject() != null) {
                Card added = news.merge(heard.subject(), heard.news(), Card::with);
                card = known.getOrDefault(heard.subject(), Card.BLANK).with(added);
            }
            if (rules.concern(heard.occasion()) && heard.at().isAfter(oldest)) {
                drafts.putIfAbsent(heard.cause(), rules.drafts(heard, card));
            }
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
            return Mono.when(announced, exit.handOver(told));
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
