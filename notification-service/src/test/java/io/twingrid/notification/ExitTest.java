package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Handover;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Outgoing;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Each stored notice is handed to every way out, with those of its audience who can be told so. */
class ExitTest {
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience WANG = Audience.person("wang");
    private static final Audience POWER = Audience.department("power");
    private static final Recipient ONE = new Recipient("wang", Set.of(LEADS, WANG), Preferences.USUAL);
    private static final Recipient OTHER = new Recipient("li", Set.of(LEADS), Preferences.USUAL);

    private final List<Handover> taken = new ArrayList<>();
    private final Outgoing way = handovers -> Mono.fromRunnable(() -> taken.addAll(handovers));

    @Test
    void aNoticeGoesWithThoseOfItsAudience() {
        Notice toLeads = Samples.notice(LEADS, 1);
        Notice toWang = Samples.notice(WANG, 1);
        Notice toPower = Samples.notice(POWER, 1);

        StepVerifier.create(new Exit(known(), List.of(way)).handOver(List.of(toLeads, toWang, toPower)))
                .verifyComplete();

        assertThat(taken)
                .containsExactly(
                        new Handover(toLeads, List.of(ONE, OTHER)),
                        new Handover(toWang, List.of(ONE)),
                        new Handover(toPower, List.of()));
    }

    @Test
    void aWayThatCannotKeepItFailsThePoll() {
        Outgoing away = handovers -> Mono.error(new IllegalStateException("the store is away"));

        StepVerifier.create(new Exit(known(), List.of(way, away)).handOver(List.of(Samples.notice(WANG, 1))))
                .verifyErrorMessage("the store is away");
    }

    private static Recipients known() {
        return new Recipients() {
            @Override
            public Flux<Recipient> among(Set<Audience> audiences) {
                assertThat(audiences).isNotEmpty();
                return Flux.just(ONE, OTHER);
            }

            @Override
            public Mono<Preferences> preferencesOf(String person) {
                return Mono.just(Preferences.USUAL);
            }

            @Override
            public Mono<Void> save(String person, Set<Audience> audiences, Preferences preferences) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> enrol(String person, Set<Audience> audiences) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> seen(String person, Set<Audience> audiences) {
                return Mono.empty();
            }
        };
    }
}
