package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whatever is done is cut off at each call of each port in turn, before the call is done and after. Then the service starts again: the
 * sweep runs, what waits in outboxes is heard, and who got no answer asks again. In the end all is as if nothing had happened.
 */
class CutOffTest {
    private static final Instant NINE = World.NINE;
    private static final Instant A_YEAR_AGO = NINE.minus(Duration.ofDays(400));

    /**
     * Something that is done.
     *
     * @param before what was done before, undisturbed
     * @param work what is cut off, and done again
     * @param calls of ports that it takes at least
     */
    private record Work(Function<World, Flux<?>> before, Function<World, Mono<?>> work, int calls) {
        World begun() {
            World world = new World();
            before.apply(world).blockLast();
            return world;
        }
    }

    static Stream<Named<Work>> works() {
        return Stream.of(
                Named.of("credit", new Work(CutOffTest::submitted, CutOffTest::resolved, 12)),
                Named.of(
                        "reversal",
                        new Work(
                                world -> Flux.concat(submitted(world), resolved(world)),
                                world -> world.happenings.invalidated("r-1", NINE),
                                12)),
                Named.of(
                        "a follower parts",
                        new Work(
                                world -> Flux.concat(submitted(world), resolved(world)),
                                world -> world.happenings.parted("r-1", "parted", "r-2", NINE),
                                4)),
                Named.of(
                        "care task",
                        new Work(
                                world -> Flux.empty(),
                                world -> world.happenings.cared("t-1", "observer-1", 10, NINE),
                                10)),
                Named.of(
                        "attendance",
                        new Work(
                                world -> world.participating
                                        .signUp("patrol", "observer-1")
                                        .flux(),
                                world -> world.participating
                                        .attend("patrol", "observer-1", "points")
                                        .then(Mono.defer(world::goOn)),
                                10)),
                Named.of(
                        "adjustment",
                        new Work(
                                world -> Flux.empty(),
                                world -> world.adjusting.propose("a-1", "observer-1", 50, "防汛", "points"),
                                5)),
                Named.of("redemption", new Work(CutOffTest::earned, CutOffTest::redeemed, 15)),
                Named.of(
                        "cancellation",
                        new Work(
                                world -> Flux.concat(earned(world), redeemed(world)),
                                world -> world.redeeming.cancel("one", "points", "broken"),
                                7)),
                Named.of(
                        "expiry",
                        new Work(
                                world -> earned(world)
                                        .thenMany(world.expiry(NINE.minus(Duration.ofDays(25)))
                                                .run()),
                                world -> world.expiry(NINE).run(),
                                4)),
                Named.of(
                        "announcement",
                        new Work(
                                CutOffTest::earned,
                                world -> world.expiry(NINE.minus(Duration.ofDays(25)))
                                        .run(),
                                5)));
    }

    @ParameterizedTest
    @MethodSource("works")
    void cutOffAtAnyCallItIsDoneOnceInTheEnd(Work work) {
        World calm = work.begun();
        work.work().apply(calm).block();
        calm.hold();
        List<Object> expected = calm.state();

        for (boolean afterItIsDone : new boolean[] {false, true}) {
            int call = 1;
            while (cutOff(work, call, afterItIsDone, expected)) {
                call++;
            }
            assertThat(call).as("calls").isGreaterThan(work.calls());
        }
    }

    /** Answers whether the call came at all. */
    private static boolean cutOff(Work work, int call, boolean afterItIsDone, List<Object> expected) {
        World world = work.begun();
        world.faults.failAt(call, afterItIsDone);
        work.work().apply(world).onErrorComplete().block();
        boolean struck = world.faults.struck();
        world.faults.end();
        world.goOn().block();
        world.hold();
        work.work().apply(world).block();
        world.hold();
        assertThat(world.state())
                .as("cut off %s call %d", afterItIsDone ? "after" : "before", call)
                .isEqualTo(expected);
        return struck;
    }

    /** A report of one observer, which another's was joined to. */
    private static Flux<?> submitted(World world) {
        return Flux.concat(
                world.happenings.submitted("r-1", "observer-1", true, NINE),
                world.happenings.routed("r-1", "tieshan"),
                world.happenings.joined("r-1", "joined", "r-2", "observer-2"));
    }

    private static Mono<?> resolved(World world) {
        return world.happenings.resolved(
                new Resolution("r-1", "observer-1", "grid-tieshan", "01037", "NORMAL", true, NINE, null));
    }

    private static Flux<?> earned(World world) {
        return world.happenings.cared("t-1", "observer-1", 25, A_YEAR_AGO).flux();
    }

    private static Mono<?> redeemed(World world) {
        return world.redeeming.redeem("one", "observer-1", "kit", "V-1");
    }
}
