package io.twingrid.notification.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a report, so that later facts about it can be addressed and worded: never what was written in it, nor
 * where exactly it is.
 *
 * @param number the report's number for people
 * @param category code in the catalogue
 * @param reporter the observer's id, or null: not known, or anonymous
 * @param street id of the street it lies in, once it was routed
 * @param community id of the community
 * @param grid id of the grid
 */
public record ReportCard(
        @Nullable String number,
        @Nullable String category,
        @Nullable String reporter,
        @Nullable String street,
        @Nullable String community,
        @Nullable String grid) {
    public static final ReportCard BLANK = new ReportCard(null, null, null, null, null, null);

    /** This card with what a fact adds: what {@code news} does not know stays as it is. */
    public ReportCard with(ReportCard news) {
        return new ReportCard(
                newer(news.number, number),
                newer(news.category, category),
                newer(news.reporter, reporter),
                newer(news.street, street),
                newer(news.community, community),
                newer(news.grid, grid));
    }

    Details details() {
        return Details.none()
                .with(Detail.NUMBER, number)
                .with(Detail.CATEGORY, category)
                .with(Detail.REPORTER, reporter)
                .with(Detail.STREET, street)
                .with(Detail.COMMUNITY, community)
                .with(Detail.GRID, grid);
    }

    private static @Nullable String newer(@Nullable String news, @Nullable String known) {
        return news == null ? known : news;
    }
}
