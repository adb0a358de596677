package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A list that keeps the store's promises; {@link NoticesContract} holds it to them. */
public final class InMemoryNotices implements Notices {
    private final List<Notice> all = new ArrayList<>();
    private final Map<Audience, Long> gone = new ConcurrentHashMap<>();

    @Override
    public Mono<List<Stored>> append(List<Draft> drafts) {
        return Mono.fromSupplier(() -> {
            synchronized (all) {
                return new LinkedHashSet<>(drafts).stream().map(this::store).toList();
            }
        });
    }

    private Stored store(Draft draft) {
        Optional<Notice> there = all.stream()
                .filter(notice -> notice.audience().equals(draft.audience())
                        && notice.content().cause().equals(draft.content().cause()))
                .findFirst();
        if (there.isPresent()) {
            return new Stored(there.get(), false);
        }
        Notice notice = new Notice(
                NoticeId.of(Instant.now(), all.size()), draft.audience(), last(draft.audience()) + 1, draft.content());
        all.add(notice);
        return new Stored(notice, true);
    }

    @Override
    public Mono<Long> head(Audience audience) {
        return Mono.fromSupplier(() -> last(audience));
    }

    @Override
    public Mono<Long> firstAfter(Audience audience, long seq) {
        return after(audience, seq).next().map(Notice::seq);
    }

    @Override
    public Flux<Notice> after(Audience audience, long seq) {
        return Flux.defer(() -> Flux.fromIterable(of(audience)).filter(notice -> notice.seq() > seq));
    }

    @Override
    public Mono<Long> headAt(Audience audience, String id) {
        return Mono.fromSupplier(() -> of(audience).stream()
                .filter(notice -> notice.id().compareTo(id) <= 0)
                .mapToLong(Notice::seq)
                .max()
                .orElse(0));
    }

    @Override
    public Flux<Notice> newest(Selection selection, int limit) {
        return Flux.defer(() -> Flux.fromStream(snapshot().stream()
                .filter(notice -> notice.seq() > selection.behind().getOrDefault(notice.audience(), Long.MAX_VALUE))
                .filter(notice -> selection.type() == null
                        || selection.type().equals(notice.content().type()))
                .filter(notice -> selection.before() == null || notice.id().compareTo(selection.before()) < 0)
                .sorted(Comparator.comparing(Notice::id).reversed())
                .limit(limit)));
    }

    @Override
    public Mono<Notice> find(String id) {
        return Mono.defer(() -> Mono.justOrEmpty(
                snapshot().stream().filter(notice -> notice.id().equals(id)).findFirst()));
    }

    /** Forgets the oldest notices of an audience, as a time limit would. */
    public void forget(Audience audience, long upTo) {
        synchronized (all) {
            gone.merge(audience, upTo, Math::max);
            all.removeIf(notice -> notice.audience().equals(audience) && notice.seq() <= upTo);
        }
    }

    private long last(Audience audience) {
        return of(audience).stream().mapToLong(Notice::seq).max().orElse(gone.getOrDefault(audience, 0L));
    }

    private List<Notice> of(Audience audience) {
        return snapshot().stream()
                .filter(notice -> notice.audience().equals(audience))
                .toList();
    }

    private List<Notice> snapshot() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }
}
