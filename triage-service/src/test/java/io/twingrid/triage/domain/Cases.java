package io.twingrid.triage.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cases to try the rules on. */
public final class Cases {
    public static final String ID = "0199c7a2-6f3e-7d10-8a51-3c5b7e9f1a2b";
    public static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    public static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    static final Instant NEXT_WEEK = Instant.parse("2026-11-30T01:00:00Z");
    public static final Area TIESHAN = new Area("guankou", "tieshan", "tieshan-01");

    public static final Staff GRID_WORKER = new Staff("grid-tieshan", Set.of(Role.GRID_WORKER), Set.of("tieshan"));
    public static final Staff LEAD = new Staff("lead-tieshan", Set.of(Role.COMMUNITY_LEAD), Set.of("tieshan"));
    public static final Staff COORDINATOR =
            new Staff("coordinator", Set.of(Role.STREET_COORDINATOR), Set.of("guankou"));
    public static final Staff ADMIN = new Staff("admin", Set.of(Role.ADMIN), Set.of());

    static final Duration WINDOW = Duration.ofDays(7);
    static final WorkingTime NATURAL = new WorkingTime() {
        @Override
        public Instant add(Instant from, Duration time) {
            return from.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    private static final AreaMap TWO_COMMUNITIES = new AreaMap() {
        @Override
        public Area areaOf(Location place) {
            return TIESHAN;
        }

        @Override
        public Optional<Area> areaIn(String community, Location place) {
            return community.equals("shenqing")
                    ? Optional.of(new Area("guankou", "shenqing", "shenqing-02"))
                    : Optional.empty();
        }

        @Override
        public boolean isWithin(String area, String outer) {
            return true;
        }

        @Override
        public String nameOf(String area) {
            return area;
        }
    };

    /** A town whose every place is in Tieshan, where all matters have 4 and 24 hours, and time is natural. */
    public static final TownRules RULES = rules(Level.COMMUNITY, Priority.NORMAL);

    private Cases() {}

    static TownRules rules(Level level, Priority priority) {
        CategoryRule rule = new CategoryRule(level, priority, 4, 24, new Resemblance(50, Duration.ofDays(3)));
        return new TownRules(TWO_COMMUNITIES, category -> rule, NATURAL, WINDOW);
    }

    public static Report report() {
        return report(false);
    }

    static Report reportHandledOnSpot() {
        return report(true);
    }

    private static Report report(boolean handledOnSpot) {
        return new Report(
                "20261122-7K3M9QXA",
                "01037",
                "铁山路口两盏路灯不亮",
                new Location(24.611, 118.004),
                "铁山路 12 号对面",
                List.of("photo-1"),
                new Reporter("observer-1", true),
                handledOnSpot,
                NINE);
    }

    public static Routing routing(Level level) {
        return new Routing(
                TIESHAN, level, Priority.NORMAL, NINE.plusSeconds(4 * 3600), NINE.plusSeconds(24 * 3600), List.of());
    }

    static CommunityCase opened(Report report) {
        return CommunityCase.open(ID, report, routing(Level.COMMUNITY), NINE).after();
    }

    /** A case that came into a state by the moves that lead there. */
    public static CommunityCase in(CaseState state) {
        return switch (state) {
            case ROUTED -> opened(report());
            case VERIFIED -> after(in(CaseState.ROUTED), new Command.Verify());
            case ASSIGNED -> after(in(CaseState.VERIFIED), new Command.Assign("grid-tieshan"));
            case ESCALATED -> after(in(CaseState.ASSIGNED), new Command.Escalate(Cause.CANNOT_SOLVE, "线路老化"));
            case RESOLVED -> after(in(CaseState.ASSIGNED), new Command.Resolve("已更换灯泡", List.of("photo-2")));
            case CLOSED -> after(in(CaseState.RESOLVED), new Command.Close());
            case ON_HOLD -> after(in(CaseState.ASSIGNED), new Command.Hold("等待备件", NEXT_WEEK));
            case MERGED -> after(in(CaseState.VERIFIED), new Command.Merge("an-earlier-case"));
            case REJECTED -> after(in(CaseState.ROUTED), new Command.Reject(RejectReason.NOT_FOUND, null));
        };
    }

    static CommunityCase after(CommunityCase before, Command command) {
        return changed(before.ask(command, LEAD, TEN, RULES)).after();
    }

    /** The case as it is but for its light, which is of the hour. */
    public static CommunityCase unlit(CommunityCase theCase) {
        return CaseDraft.lit(theCase, Light.OFF);
    }

    static Changed<CommunityCase, CaseFact> changed(Outcome<CommunityCase, CaseFact> outcome) {
        if (outcome instanceof Changed<CommunityCase, CaseFact> changed) {
            return changed;
        }
        throw new AssertionError("expected a change, it was " + outcome);
    }
}
