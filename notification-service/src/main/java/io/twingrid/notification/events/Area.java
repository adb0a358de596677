package io.twingrid.notification.events;

import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where something lies: ids of the areas, from the widest to the narrowest. */
record Area(String street, String community, String grid) {
    Area {
        Objects.requireNonNull(street, "area.street");
        Objects.requireNonNull(community, "area.community");
        Objects.requireNonNull(grid, "area.grid");
    }

    static Details of(@Nullable Area area) {
        return area == null
                ? Details.none()
                : Details.none()
                        .with(Detail.STREET, area.street())
                        .with(Detail.COMMUNITY, area.community())
                        .with(Detail.GRID, area.grid());
    }
}
