package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.CareDesk;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.care.CareErrand;
import io.twingrid.escalation.domain.care.CareKind;
import io.twingrid.escalation.domain.care.CarePerson;
import io.twingrid.escalation.domain.care.CareTask;
import io.twingrid.escalation.domain.care.CareVerb;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A care task as one person sees it. */
@Schema(
        name = "CareTask",
        description = "An errand for a resident (爱心接力). What has no value, or is not for the caller, is absent.")
record CareView(
        String id,

        @Schema(description = "Grows by one with every change; send it as If-Match")
        long version,

        @Schema(allowableValues = {"open", "claimed", "picked-up", "delivered", "confirmed", "settled", "cancelled"})
        String state,

        CareKind kind,
        String what,
        Area area,

        @Schema(description = "Only for who made the task and for who has claimed it, while it is not over") @Nullable
        String address,

        @Schema(description = "What the resident tells who hands it over; only for who made the task") @Nullable
        String code,

        Instant readyFrom,
        Instant dueBy,

        @Schema(description = "For the observer who brings it")
        int points,

        @Schema(description = "Observer who has claimed it; for staff and for himself") @Nullable
        String observerId,

        @Schema(description = "The verbs that this caller may use next")
        List<String> allowed,

        @Schema(description = "For staff and for who has claimed it")
        List<HistoryEntry> history,

        Instant createdAt,
        Instant updatedAt) {

    static CareView of(CareTask task, long version, CarePerson who, CareDesk desk) {
        CareErrand errand = task.errand();
        boolean concerned = who.isStaffOf(errand.area()) || who.id().equals(task.observerId());
        return new CareView(
                task.id(),
                version,
                task.state().word(),
                errand.kind(),
                errand.what(),
                errand.area(),
                desk.addressFor(task, who),
                desk.codeFor(task, who),
                errand.readyFrom(),
                errand.dueBy(),
                errand.points(),
                concerned ? task.observerId() : null,
                words(task.allowedTo(who)),
                concerned ? task.history() : List.of(),
                task.createdAt(),
                task.updatedAt());
    }

    /** Says neither the address nor the code: frameworks log what they write. */
    @Override
    public String toString() {
        return "CareTask[" + id + "]";
    }

    static List<String> words(Collection<CareVerb> verbs) {
        return verbs.stream().map(CareVerb::word).toList();
    }
}
