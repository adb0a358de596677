package io.twingrid.intake;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.intake.domain.ApiClient;
import io.twingrid.intake.domain.Area;
import io.twingrid.intake.domain.Cells;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.ReportViews.Position;
import io.twingrid.intake.domain.ReportViews.Query;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads reports: anybody a report's public side; its reporter, the staff of its area and the department that it was dispatched to
 * the whole.
 */
public final class Reading {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ReportViews views;
    private final IntakeSettings settings;

    Reading(ReportViews views, IntakeSettings settings) {
        this.views = views;
        this.settings = settings;
    }

    /** Waits a moment for a report that was just accepted and has not reached the view; 404 if it does not come. */
    public Mono<ReportView> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Mono.error(noSuchReport(id));
        }
        long looks = settings.viewWait().dividedBy(settings.viewLook());
        return views.find(id)
                .repeatWhenEmpty(tries -> tries.take(looks).delayElements(settings.viewLook()))
                .switchIfEmpty(Mono.error(() -> noSuchReport(id)));
    }

    /** The same for a caller; a report that is neither public nor his affair is not there for him: 404. */
    public Mono<ReportView> seen(String id, Caller caller) {
        return read(id).filter(view -> view.isPublic() || seesAll(caller, view))
                .switchIfEmpty(Mono.error(() -> noSuchReport(id)));
    }

    /** The same for other software: a report that is neither public nor came from there is not there for it: 404. */
    public Mono<ReportView> seenByClient(String id, ApiClient client) {
        return read(id).filter(
                        view -> view.isPublic() || view.report().channel().equals(client.channel()))
                .switchIfEmpty(Mono.error(() -> noSuchReport(id)));
    }

    /** A page of the list, the newest first. */
    public Mono<Page<ReportView>> page(Query filter, @Nullable String cursor, int limit) {
        Query query = cursor == null ? filter : filter.behind(position(cursor));
        return views.newest(query, limit + 1).collectList().map(found -> Page.of(found, limit, Reading::position));
    }

    /** Open reports of a category within so many metres of a place, the nearest first. */
    public Mono<List<Near>> near(String category, Location place, double metres) {
        return views.open(
                        category, Cells.around(place, metres), settings.nearby().looked())
                .map(view -> new Near(view, Cells.metres(place, view.report().location())))
                .filter(near -> near.metres() <= metres && near.view().isPublic())
                .sort(Comparator.comparingDouble(Near::metres))
                .take(settings.nearby().items())
                .collectList();
    }

    /** A report, and how many metres away it is. */
    public record Near(ReportView view, double metres) {}

    /** Whether the caller may see what was said and shown, not only the public side. */
    public static boolean seesAll(Caller caller, ReportView view) {
        return view.isReportedBy(caller.id())
                || isStaffOf(view.area(), caller, "grid-worker", "community-lead")
                || isOfficerOf(view, caller);
    }

    /** Whether the caller may decide who sees it. */
    public static boolean mayModerate(Caller caller, ReportView view) {
        return isStaffOf(view.area(), caller, "community-lead");
    }

    /** Whether he has one of the roles in its community, or looks after its street, or after all. */
    private static boolean isStaffOf(@Nullable Area area, Caller caller, String... communityRoles) {
        if (area == null || caller.is("admin")) {
            return caller.is("admin");
        }
        return (caller.isAny(communityRoles) && caller.areas().contains(area.community()))
                || (caller.is("street-coordinator") && caller.areas().contains(area.street()));
    }

    private static boolean isOfficerOf(ReportView view, Caller caller) {
        String department = caller.department();
        return department != null && caller.is("department-officer") && view.isWith(department);
    }

    private static String position(ReportView view) {
        return view.report().at().toEpochMilli() + " " + view.report().id();
    }

    private static Position position(String cursor) {
        String[] parts = Cursor.read(cursor).split(" ", 2);
        try {
            return new Position(Long.parseLong(parts[0]), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.badCursor();
        }
    }

    private static RuntimeException noSuchReport(String id) {
        return Problem.notFound("report " + (id.length() <= 40 ? id : id.substring(0, 40) + "…"))
                .asException();
    }
}
