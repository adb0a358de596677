/** HTTP in: reports, their public view, the catalogue. */
@NullMarked
package io.twingrid.intake.api;

import org.jspecify.annotations.NullMarked;
