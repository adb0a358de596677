package io.twingrid.chassis.testkit.things;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.swagger.v3.oas.annotations.Hidden;
import io.twingrid.chassis.ServiceApplication;
import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.edge.FactEdge;
import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.AccessRules;
import io.twingrid.chassis.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Things grow by facts; what happened is written down in the order in which it was handled. */
@SpringBootApplication
public class ThingService {
    static final String GROW = "test.thing.grow.v1";

    public static SpringApplicationBuilder application() {
        return ServiceApplication.of(ThingService.class, "thing-service");
    }

    /** A wish that a thing grow. */
    record Grow(String thingId, int by) {
        Grow {
            Objects.requireNonNull(thingId, "the field 'thingId' is missing");
        }
    }

    /** What a test may look at and break. */
    static final class Diary {
        final Queue<String> handled = new ConcurrentLinkedQueue<>();
        final Queue<String> written = new ConcurrentLinkedQueue<>();
        private final Map<String, Queue<RuntimeException>> troubles = new ConcurrentHashMap<>();

        /** Lets the next handlings of a thing fail, each for its own reason. */
        void trouble(String thingId, List<? extends RuntimeException> reasons) {
            troubles.put(thingId, new ConcurrentLinkedQueue<>(reasons));
        }

        @Nullable
        RuntimeException nextTrouble(String thingId) {
            Queue<RuntimeException> left = troubles.get(thingId);
            return left == null ? null : left.poll();
        }
    }

    @Bean
    Diary diary() {
        return new Diary();
    }

    @Bean
    ChangeStore<Thing, Thing.Grown> things(OutboxRelay relay, MongoDatabase database, ServiceSettings settings) {
        return relay.store(database, "things", settings.topic("grown"), new ThingMapping());
    }

    @Bean
    AccessRules rules() {
        return exchanges -> exchanges
                .pathMatchers("/things/open")
                .permitAll()
                .pathMatchers("/things/**")
                .authenticated();
    }

    @Bean
    Consumer<Message<List<byte[]>>> wishes(
            FactEdge edge, ChangeStore<Thing, Thing.Grown> things, Diary diary, Clock clock) {
        return edge.lanes(FactRoutes.<Mono<?>>table()
                .on(GROW, Grow.class, (fact, wish) -> {
                    if (wish.by() < 0) {
                        return Mono.error(new IllegalArgumentException("nobody thought of shrinking"));
                    }
                    RuntimeException trouble = diary.nextTrouble(wish.thingId());
                    if (trouble != null) {
                        return Mono.error(trouble);
                    }
                    return things.create(wish.thingId(), null, new Thing(wish.thingId(), 0), List.of())
                            .then(things.changeOnce(
                                    wish.thingId(), fact.id(), thing -> thing.grow(wish.by(), clock.instant())))
                            .doOnNext(result -> diary.handled.add(fact.id()));
                })
                .done());
    }

    /** Writes down a poll of notes in one go; a note of nothing cannot be written. */
    @Bean
    Consumer<Message<List<byte[]>>> notes(FactEdge edge, Diary diary) {
        FactRoutes<Grow> routes = FactRoutes.<Grow>table()
                .on(GROW, Grow.class, (fact, note) -> note)
                .done();
        return edge.bulk(routes, notes -> {
            if (notes.stream().anyMatch(note -> note.by() == 0)) {
                throw new IllegalArgumentException("a note of nothing");
            }
            notes.forEach(note -> diary.written.add(note.thingId() + "+" + note.by()));
            return Mono.empty();
        });
    }

    @RestController
    static class ThingController {
        @GetMapping("/things/open")
        Map<String, String> open(Caller caller) {
            return Map.of("caller", Objects.requireNonNullElse(caller.id(), "nobody"));
        }

        @GetMapping("/things/mine")
        Map<String, Object> mine(Caller caller) {
            return Map.of("caller", caller.requiredId(), "roles", caller.roles(), "areas", caller.areas());
        }

        /** What a bell is told. */
        record Ring(@Nullable String tone, int times) {}

        @PostMapping("/things/{id}/ring")
        Map<String, String> ring(@PathVariable String id, @RequestBody(required = false) @Nullable Ring ring) {
            return Map.of("rang", id);
        }

        @Hidden // it is meant to fail for a reason that nobody thought of
        @GetMapping("/things/{id}/fail")
        Mono<String> fail(@PathVariable String id, @RequestParam(required = false) @Nullable Integer number) {
            return Mono.error(
                    id.equals("known")
                            ? Problem.notFound("thing " + id).asException()
                            : new IllegalStateException("not thought of"));
        }
    }
}
