package io.twingrid.escalation.domain;

import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures; null leaves a criterion open.
 *
 * @param streets ids of the streets that are looked at; null for all
 * @param area id of a street or community
 * @param category code in the town's catalogue
 * @param from the first month
 * @param to the last month
 */
public record FigureFilter(
        @Nullable Set<String> streets,
        @Nullable String area,
        @Nullable String category,
        YearMonth from,
        YearMonth to) {}
