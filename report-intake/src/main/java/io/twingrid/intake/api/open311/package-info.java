/**
 * <a href="https://wiki.open311.org/GeoReport_v2/">Open311 GeoReport v2</a> under {@code /open311/v2}, with the extensions
 * that FixMyStreet uses: other cities' software reports here and follows what becomes of it.
 *
 * <p>Read {@link io.twingrid.intake.api.open311.GeoReport} first: the table of its resources. Every answer is one tree, written as JSON,
 * or as XML by the convention that the standard names.
 */
@NullMarked
package io.twingrid.intake.api.open311;

import org.jspecify.annotations.NullMarked;
