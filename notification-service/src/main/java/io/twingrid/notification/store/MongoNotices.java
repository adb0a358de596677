package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeId;
import io.twingrid.notification.domain.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices in the collection {@code notices}. A draft becomes {@code seq = head + 1}; unique (audience, seq) keeps the
 * sequence gapless whoever appends besides, unique (audience, cause) makes a fact that comes again change nothing. All
 * drafts of a poll go in one ordered insert, which ends at the first collision: what is behind it is numbered again.
 *
 * <p>A notice is gone once its id is older than the time for which notices are kept: every query leaves it out, and {@link
 * #sweep} clears it away. The last number of an audience is in {@code notice-heads} before its notice is deleted, so that it
 * is never given again.
 */
public final class MongoNotices implements Notices, StorePreparation.Prepared {
    /** With so many collisions in a row something is wrong that another try at once does not mend. */
    private static final int MOST_RACES = 100;

    private final MongoCollection<NoticeDocument> documents;
    private final MongoCollection<BsonDocument> lasts;
    private final Heads heads;
    private final Duration kept;
    private final Clock clock;
    private final Mono<Boolean> prepared;

    /**
     * Opens the collection.
     *
     * @param headsRemembered audiences whose last seq is kept in memory, to spare a read for each notice
     * @param kept how long a notice is kept
     */
    public MongoNotices(MongoDatabase database, int headsRemembered, Duration kept, Clock clock) {
        this.documents = database.getCollection("notices", NoticeDocument.class);
        this.lasts = database.getCollection("notice-heads", BsonDocument.class);
        this.kept = kept;
        this.heads = new Heads(headsRemembered, kept, clock);
        this.clock = clock;
        // Kept once it has succeeded; while the store is away, whoever needs it tries again.
        this.prepared = Flux.defer(this::createIndexes).then(Mono.just(true)).cacheInvalidateIf(done -> false);
    }

    @Override
    public Mono<Void> prepare() {
        return prepared.then();
    }

    @Override
    public Mono<List<Stored>> append(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Mono.just(List.of());
        }
        Map<Place, Draft> distinct = new LinkedHashMap<>();
        drafts.forEach(draft -> distinct.putIfAbsent(Place.of(draft), draft));
        // Without its unique indexes a sequence could get one number, or one cause, twice.
        return prepared.then(Mono.defer(() -> append(List.copyOf(distinct.values()), MOST_RACES)));
    }

    @Override
    public Mono<Long> head(Audience audience) {
        return last(eq("audience", audience.id()))
                // Asked only then: a sweep puts the number here before it deletes the notice.
                .switchIfEmpty(Mono.from(lasts.find(eq("_id", audience.id())).first())
                        .map(last -> last.getNumber("seq").longValue()))
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Long> firstAfter(Audience audience, long seq) {
        return Mono.from(documents
                        .find(and(eq("audience", audience.id()), gt("seq", seq), isKept()))
                        .sort(ascending("seq"))
                        .limit(1))
                .map(NoticeDocument::seq);
    }

    @Override
    public Mono<Long> headAt(Audience audience, String id) {
        return last(and(eq("audience", audience.id()), lte("_id", id))).defaultIfEmpty(0L);
    }

    @Override
    public Flux<Notice> after(Audience audience, long seq) {
        return Flux.from(documents
                        .find(and(eq("audience", audience.id()), gt("seq", seq), isKept()))
                        .sort(ascending("seq")))
                .map(NoticeDocument::toNotice);
    }

    @Override
    public Flux<Notice> newest(Selection selection, int limit) {
        List<Bson> all = new ArrayList<>(List.of(isKept(), theirs(selection.behind())));
        if (selection.type() != null) {
            all.add(eq("type", selection.type()));
        }
        if (selection.before() != null) {
            all.add(lt("_id", selection.before()));
        }
        return Flux.from(documents.find(and(all)).sort(descending("_id")).limit(limit))
                .map(NoticeDocument::toNotice);
    }

    @Override
    public Mono<Notice> find(String id) {
        return Mono.from(documents.find(and(eq("_id", id), isKept())).first()).map(NoticeDocument::toNotice);
    }

    /**
     * Deletes the oldest of what is gone, and before that keeps the numbers.
     *
     * @param most how many at a time
     * @return how many were deleted
     */
    public Mono<Integer> sweep(int most) {
        return Flux.from(documents
                        .find(lt("_id", NoticeId.earliest(clock.instant().minus(kept))))
                        .sort(ascending("_id"))
                        .limit(most))
                .collectList()
                .flatMap(gone -> gone.isEmpty() ? Mono.just(0) : delete(gone));
    }

    private Mono<Integer> delete(List<NoticeDocument> gone) {
        Map<String, Long> last =
                gone.stream().collect(Collectors.toMap(NoticeDocument::audience, NoticeDocument::seq, Math::max));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        List<UpdateOneModel<BsonDocument>> writes = last.entrySet().stream()
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        eq("_id", entry.getKey()), max("seq", entry.getValue()), upsert))
                .toList();
        List<String> ids = gone.stream().map(NoticeDocument::id).toList();
        return Mono.from(lasts.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .then(Mono.from(documents.deleteMany(in("_id", ids))))
                .thenReturn(gone.size());
    }

    private Bson isKept() {
        return gte("_id", NoticeId.earliest(clock.instant().minus(kept)));
    }

    private static Bson theirs(Map<Audience, Long> behind) {
        List<String> all = behind.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(entry -> entry.getKey().id())
                .toList();
        Stream<Bson> some = behind.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> and(eq("audience", entry.getKey().id()), gt("seq", entry.getValue())));
        return or(Stream.concat(Stream.of(in("audience", all)), some).toList());
    }

    private Mono<Long> last(Bson filter) {
        return Mono.from(documents.find(filter).sort(descending("seq")).limit(1))
                .map(NoticeDocument::seq);
    }

    /** What must be unique beside the id. */
    private record Place(Audience audience, String cause) {
        static Place of(Draft draft) {
            return new Place(draft.audience(), draft.content().cause());
        }
    }

    private Mono<List<Stored>> append(List<Draft> drafts, int races) {
        if (drafts.isEmpty()) {
            return Mono.just(List.of());
        }
        if (races == 0) {
            return Mono.error(new MongoException("lost " + MOST_RACES + " races for the next seq"));
        }
        return headsOf(drafts).map(known -> numbered(drafts, known)).flatMap(notices -> insert(notices)
                .flatMap(inserted -> {
                    List<Stored> stored = stored(notices.subList(0, inserted), true);
                    return inserted == notices.size()
                            ? Mono.just(stored)
                            : afterCollision(drafts.subList(inserted, drafts.size()), races)
                                    .map(rest -> both(stored, rest));
                }));
    }

    private Mono<Map<Audience, Long>> headsOf(List<Draft> drafts) {
        return Flux.fromIterable(audiencesOf(drafts))
                .flatMap(audience -> {
                    Long known = heads.of(audience);
                    return Mono.zip(Mono.just(audience), known == null ? head(audience) : Mono.just(known));
                })
                .collect(Collectors.toMap(found -> found.getT1(), found -> found.getT2()));
    }

    private List<Notice> numbered(List<Draft> drafts, Map<Audience, Long> known) {
        Map<Audience, Long> last = new HashMap<>(known);
        Instant now = clock.instant();
        List<Notice> notices = new ArrayList<>();
        for (Draft draft : drafts) {
            long seq = last.merge(draft.audience(), 1L, Long::sum);
            notices.add(new Notice(NoticeId.of(now, notices.size()), draft.audience(), seq, draft.content()));
        }
        return notices;
    }

    /** Inserts in order and answers how many there were before the first collision. */
    private Mono<Integer> insert(List<Notice> notices) {
        List<NoticeDocument> all = notices.stream().map(NoticeDocument::from).toList();
        return Mono.from(documents.insertMany(all))
                .thenReturn(all.size())
                .onErrorResume(MongoBulkWriteException.class, e -> {
                    boolean collided = e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
                    return collided ? Mono.just(e.getWriteErrors().getFirst().getIndex()) : Mono.error(e);
                })
                .doOnNext(inserted ->
                        notices.subList(0, inserted).forEach(notice -> heads.atLeast(notice.audience(), notice.seq())));
    }

    /** Somebody took the number, or the cause is there already: looks for the latter, and numbers the others again. */
    private Mono<List<Stored>> afterCollision(List<Draft> drafts, int races) {
        audiencesOf(drafts).forEach(heads::forget);
        return Flux.fromIterable(drafts)
                .concatMap(draft -> Mono.from(documents
                        .find(and(
                                eq("audience", draft.audience().id()),
                                eq("cause", draft.content().cause())))
                        .first()))
                .map(NoticeDocument::toNotice)
                .collectList()
                .flatMap(there -> {
                    Set<Place> taken = there.stream()
                            .map(notice -> new Place(
                                    notice.audience(), notice.content().cause()))
                            .collect(Collectors.toSet());
                    List<Draft> left = drafts.stream()
                            .filter(draft -> !taken.contains(Place.of(draft)))
                            .toList();
                    return append(left, races - 1).map(rest -> both(stored(there, false), rest));
                });
    }

    private Flux<String> createIndexes() {
        return Flux.from(documents.createIndexes(List.of(
                new IndexModel(ascending("audience", "seq"), new IndexOptions().unique(true)),
                new IndexModel(ascending("audience", "cause"), new IndexOptions().unique(true)),
                new IndexModel(compoundIndex(ascending("audience"), descending("_id"))),
                new IndexModel(compoundIndex(ascending("audience", "type"), descending("_id"))))));
    }

    private static Set<Audience> audiencesOf(Collection<Draft> drafts) {
        return drafts.stream().map(Draft::audience).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Stored> stored(List<Notice> notices, boolean isNew) {
        return notices.stream().map(notice -> new Stored(notice, isNew)).toList();
    }

    private static List<Stored> both(List<Stored> some, List<Stored> others) {
        List<Stored> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
