package io.twingrid.points.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import io.twingrid.points.domain.ActivityFact.Attended;
import io.twingrid.points.domain.activity.Activity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Instant BEFORE = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant FROM = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T03:00:00Z");

    private final Activity film = film(2);

    @Test
    void placesAreTakenOnceAPersonAndNotMoreThanThereAre() {
        Activity full = after(after(film.signUp("a", BEFORE)).signUp("b", BEFORE));

        assertThat(full.signUp("a", BEFORE)).isInstanceOf(Unchanged.class);
        assertThat(full.signUp("c", BEFORE)).isInstanceOf(Refused.class);
        assertThat(after(full.leave("a", BEFORE)).signUp("c", BEFORE)).isInstanceOf(Changed.class);
        assertThat(film.signUp("a", UNTIL)).isInstanceOf(Refused.class);
        assertThat(full.leave("a", FROM)).isInstanceOf(Refused.class);
    }

    @Test
    void anAttendanceIsNotedOnceAndTold() {
        Activity signedUp = after(film.signUp("a", BEFORE));

        assertThat(signedUp.attend("a", "points", BEFORE)).isInstanceOf(Refused.class);
        assertThat(signedUp.attend("b", "points", FROM)).isInstanceOf(Refused.class);
        Outcome<Activity, PointsFact> attended = signedUp.attend("a", "points", FROM);
        assertThat(((Changed<Activity, PointsFact>) attended).facts())
                .containsExactly(new Attended("a", FROM, "film", 5, "points"));
        assertThat(after(attended).attend("a", "points", FROM)).isInstanceOf(Unchanged.class);
    }

    @Test
    void codesAreNotGuessed() {
        Activity guessed = after(film.signUp("a", BEFORE));
        for (int i = 0; i < 5; i++) {
            guessed = after(guessed.attendByCode("a", false, FROM));
        }

        assertThat(guessed.attendByCode("a", true, FROM)).isInstanceOf(Refused.class);
        assertThat(guessed.attend("a", "points", FROM)).isInstanceOf(Changed.class);
    }

    @Test
    void whoSignedUpKeepsHisPlaceWhenItIsMended() {
        Activity signedUp = after(after(film.signUp("a", BEFORE)).signUp("b", BEFORE));

        assertThat(signedUp.mend(film(1))).isInstanceOf(Refused.class);
        assertThat(after(signedUp.mend(film(3))).participants()).hasSize(2);
        assertThat(after(signedUp.mend(film(3))).secret()).isEqualTo(film.secret());
    }

    private static Activity after(Outcome<Activity, PointsFact> outcome) {
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed<Activity, PointsFact>) outcome).after();
    }

    private static Activity film(int places) {
        return new Activity("film", "红色电影", "Film night", "", "党群服务中心", FROM, UNTIL, places, 5, "c2VjcmV0", List.of());
    }
}
