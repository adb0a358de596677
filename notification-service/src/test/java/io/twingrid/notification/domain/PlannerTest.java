package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To which targets a notice goes, and when: quiet hours and digests hold up what is not urgent, and nothing else. */
class PlannerTest {
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience OTHERS = Audience.inCommunity("huashan", "community-lead");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DigestTime DIGEST = new DigestTime(LocalTime.of(18, 0), ZONE);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final Instant EVENING = at("2026-11-22T23:00");

    private final Planner planner = new Planner(DIGEST, EnumSet.allOf(TargetKind.class));
    private final Target browser = SampleTargets.browser("phone", "wang");

    @Test
    void aGroupGetsAtOnceWhatItsAudienceGetsAndNothingElse() {
        List<Target> groups = List.of(group("ours", Set.of(), false, LEADS), group("theirs", Set.of(), false, OTHERS));

        assertThat(planned(groups, false)).containsExactly(due("ours", EVENING));
    }

    @Test
    void aGroupGetsOnlyTheFactsThatItAskedFor() {
        List<Target> groups =
                List.of(group("routed", Set.of("routed"), false, LEADS), group("urged", Set.of("urged"), false, LEADS));

        assertThat(planned(groups, false)).containsExactly(due("routed", EVENING));
    }

    @Test
    void whatIsNotUrgentGoesToAGroupWithTheNextDigest() {
        List<Target> groups = List.of(group("digest", Set.of(), true, LEADS));

        assertThat(planned(groups, false)).containsExactly(due("digest", at("2026-11-23T18:00")));
        assertThat(planned(groups, true)).as("urgent").containsExactly(due("digest", EVENING));
    }

    @Test
    void theDigestOfTodayIsWaitedForUntilItsMoment() {
        assertThat(DIGEST.after(at("2026-11-22T17:59"))).isEqualTo(at("2026-11-22T18:00"));
        assertThat(DIGEST.after(at("2026-11-22T18:00"))).isEqualTo(at("2026-11-23T18:00"));
    }

    @Test
    void aPersonIsLeftInPeaceInHisQuietHoursUnlessItIsUrgent() {
        Preferences quiet = new Preferences(Set.of(Channel.PUSH), null, Language.ZH, NIGHT, null);

        assertThat(planned(quiet, false)).containsExactly(due("phone", at("2026-11-23T07:00")));
        assertThat(planned(quiet, true)).as("urgent").containsExactly(due("phone", EVENING));
    }

    @Test
    void aPersonGetsHisDigestAtTheHourThatHeChose() {
        Preferences digest = new Preferences(Set.of(Channel.PUSH), null, Language.ZH, null, LocalTime.of(8, 0));

        assertThat(planned(digest, false)).containsExactly(due("phone", at("2026-11-23T08:00")));
        assertThat(planned(digest, true)).as("urgent").containsExactly(due("phone", EVENING));
    }

    @Test
    void aWayThatAPersonDoesNotWantIsNotGone() {
        Preferences mailOnly = new Preferences(Set.of(Channel.MAIL), "wang@example.org", Language.ZH, null, null);

        assertThat(planned(mailOnly, true)).isEmpty();
    }

    @Test
    void aWayThatThisInstallationDoesNotSpeakIsNotPlanned() {
        Planner withoutPush = new Planner(DIGEST, EnumSet.complementOf(EnumSet.of(TargetKind.PUSH)));
        Handover handover = handover(true, Preferences.USUAL);

        assertThat(withoutPush.plan(List.of(handover), List.of(), Map.of("wang", List.of(browser)), EVENING))
                .isEmpty();
    }

    private List<Due> planned(List<Target> groups, boolean urgent) {
        return planner.plan(List.of(new Handover(notice(urgent), List.of())), groups, Map.of(), EVENING).stream()
                .map(PlannerTest::due)
                .toList();
    }

    private List<Due> planned(Preferences preferences, boolean urgent) {
        return planner
                .plan(
                        List.of(handover(urgent, preferences)),
                        List.of(),
                        Map.of("wang", List.of(browser), "li", List.of(SampleTargets.browser("other", "li"))),
                        EVENING)
                .stream()
                .map(PlannerTest::due)
                .toList();
    }

    private static Handover handover(boolean urgent, Preferences preferences) {
        return new Handover(notice(urgent), List.of(new Recipient("wang", Set.of(LEADS), preferences)));
    }

    private static Notice notice(boolean urgent) {
        Content usual = Samples.draft(LEADS, 1).content();
        Content content = new Content(
                usual.cause(), usual.type(), null, usual.title(), usual.text(), usual.link(), usual.at(), urgent);
        return new Notice(LEADS + "/1", LEADS, 1, content);
    }

    private static Target group(String id, Set<String> facts, boolean digest, Audience audience) {
        return new Target(
                id,
                TargetKind.CLOUDEVENTS,
                "admin",
                "desk",
                Set.of(audience),
                facts,
                Language.ZH,
                digest,
                new Address.Hook(URI.create("https://example.org/hook"), null),
                Samples.NINE);
    }

    /** A target, and when it is its turn. */
    private record Due(String target, Instant at) {}

    private static Due due(String target, Instant at) {
        return new Due(target, at);
    }

    private static Due due(Delivery delivery) {
        return new Due(delivery.targetId(), delivery.due());
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
