package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.StaleVersionException;
import io.twingrid.escalation.domain.Command;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two who act at once on what both have seen: one wins, the other is told why, and nothing is told twice. */
@ExtendWith(CentreExtension.class)
class RacesTest {
    private static final int PAIRS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Staff ONE = new Staff("coordinator-1", false, Set.of("guankou"), null);
    private static final Staff OTHER = new Staff("coordinator-2", false, Set.of("guankou"), null);

    private final Centre centre;

    RacesTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void oneOfTwoWinsTheOtherSeesWhyAndNoFactIsToldTwice() {
        SortingCentre desk = centre.service().bean(SortingCentre.class);
        String id = centre.escalated();
        long version = 1;
        for (int pair = 0; pair < PAIRS; pair++) {
            Command command = new Command.Dispatch(pair % 2 == 0 ? "power" : "water", List.of(), null);
            long seen = version;
            List<Object> outcomes = Objects.requireNonNull(Flux.just(ONE, OTHER)
                    .flatMap(who -> desk.ask(id, seen, command, who)
                            .map(result -> (Object) result.kind())
                            .onErrorResume(StaleVersionException.class, e -> Mono.just(e.current())))
                    .collectList()
                    .block(PATIENCE));
            version = seen + 1;
            assertThat(outcomes)
                    .as("pair %d", pair)
                    .containsExactlyInAnyOrderElementsOf(List.<Object>of(Result.Kind.CHANGED, version));
        }

        assertThat(centre.told(id, PAIRS)).hasSize(PAIRS);
        StreetCase theCase =
                Objects.requireNonNull(desk.find(id, ONE).block(PATIENCE)).aggregate();
        assertThat(theCase.history()).hasSize(PAIRS + 1);
        assertThat(IntStream.range(1, PAIRS + 1)
                        .mapToObj(i -> theCase.history().get(i).text()))
                .as("each pair's wish once, in turn")
                .containsExactlyElementsOf(IntStream.range(0, PAIRS)
                        .mapToObj(i -> i % 2 == 0 ? "power" : "water")
                        .toList());
    }
}
