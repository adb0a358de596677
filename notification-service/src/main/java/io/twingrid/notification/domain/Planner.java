package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which deliveries stored notices need, and when each is due: groups get them at once or with their digest, persons as
 * their preferences have it, and nobody by a way that this installation does not speak.
 *
 * @param digest when groups get what is not urgent, if they want it once a day
 * @param spoken kinds of targets that can be spoken to
 */
public record Planner(DigestTime digest, Set<TargetKind> spoken) {
    public Planner {
        spoken = Set.copyOf(spoken);
    }

    /**
     * One delivery for each notice and each target that is to have it.
     *
     * @param groups targets of groups, which get what their audiences get
     * @param own the targets of each person
     */
    public List<Delivery> plan(
            List<Handover> handovers, List<Target> groups, Map<String, List<Target>> own, Instant now) {
        List<Delivery> plan = new ArrayList<>();
        for (Handover handover : handovers) {
            Notice notice = handover.notice();
            groups.stream()
                    .filter(group -> spoken.contains(group.kind()) && group.wants(notice))
                    .map(group -> Delivery.planned(notice, group, due(notice, group, now)))
                    .forEach(plan::add);
            for (Recipient recipient : handover.recipients()) {
                Preferences preferences = recipient.preferences();
                Instant due =
                        preferences.timing(notice.content(), now, digest.zone()).at();
                own.getOrDefault(recipient.person(), List.of()).stream()
                        .filter(target -> isWanted(target, preferences))
                        .map(target -> Delivery.planned(notice, target, due))
                        .forEach(plan::add);
            }
        }
        return plan;
    }

    private Instant due(Notice notice, Target group, Instant now) {
        boolean waits = group.digest() && !notice.content().urgent();
        return waits ? digest.after(now) : now;
    }

    private boolean isWanted(Target target, Preferences preferences) {
        Channel way = target.kind() == TargetKind.PUSH ? Channel.PUSH : Channel.MAIL;
        return spoken.contains(target.kind()) && preferences.channels().contains(way);
    }
}
