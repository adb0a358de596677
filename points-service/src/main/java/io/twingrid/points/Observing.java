package io.twingrid.points;

import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observer.Profile;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.observer.Training;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * How somebody becomes an observer, and ceases to be one. What the rules refuse is an error of {@link
 * io.twingrid.points.domain.RefusedException}; empty means that there is nobody of that id.
 */
public final class Observing {
    private static final int NUMBER_LENGTH = 8;

    private final Observers observers;
    private final Training training;
    private final Clock clock;
    private final ZoneId zone;

    Observing(Observers observers, Training training, ZoneId zone, Clock clock) {
        this.observers = observers;
        this.training = training;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What came of a quiz.
     *
     * @param right answers
     * @param of so many questions
     * @param needed right answers to pass
     */
    public record Score(int right, int of, int needed, boolean passed) {}

    /** Asks to become an observer, or mends the application. */
    public Mono<Observer> apply(String id, Profile profile) {
        return observers
                .add(Observer.applicant(id, profile), List.of())
                .flatMap(there -> observers.change(id, observer -> observer.apply(profile)));
    }

    /** Answers a module's quiz; empty if there is no such module or observer. */
    public Mono<Score> answer(String id, String moduleId, Map<String, Integer> answers) {
        return Mono.justOrEmpty(training.modules().stream()
                        .filter(module -> module.id().equals(moduleId))
                        .findFirst())
                .flatMap(module -> {
                    int right = module.right(answers);
                    boolean passed = right >= module.passMark();
                    Mono<Observer> observer =
                            passed ? observers.change(id, him -> him.pass(moduleId)) : observers.find(id);
                    return observer.map(
                            him -> new Score(right, module.questions().size(), module.passMark(), passed));
                });
    }

    /** Appoints an applicant who has passed all modules, or lifts a suspension. */
    public Mono<Observer> appoint(String id, String by) {
        String number = number();
        return observers.change(id, observer -> observer.appoint(training.ids(), number, by, clock.instant()));
    }

    /** Turns an application down. */
    public Mono<Observer> decline(String id, String reason) {
        return observers.change(id, observer -> observer.decline(reason));
    }

    /** Takes an appointment away for the time being. */
    public Mono<Observer> suspend(String id, String by, String reason) {
        return observers.change(id, observer -> observer.suspend(by, reason, clock.instant()));
    }

    /** Takes an appointment away for good. */
    public Mono<Observer> revoke(String id, String by, String reason) {
        return observers.change(id, observer -> observer.revoke(by, reason, clock.instant()));
    }

    /** Takes away what says who he is; see {@link Observer#forget}. */
    public Mono<Observer> forget(String id, String by) {
        return observers.change(id, observer -> observer.forget(by, clock.instant()));
    }

    /** Says which roads and grids he rides now. */
    public Mono<Observer> ride(String id, List<String> roads, List<String> grids) {
        return observers.change(id, observer -> observer.ride(roads, grids, clock.instant()));
    }

    /** Shows him in the standings as a number only, or by name again. */
    public Mono<Observer> hide(String id, boolean hidden) {
        return observers.change(id, observer -> observer.hide(hidden));
    }

    private String number() {
        return Year.from(clock.instant().atZone(zone)) + "-" + Codes.random(NUMBER_LENGTH);
    }
}
