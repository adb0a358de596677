/** The darkroom: what makes a picture that may be shown of a file that somebody sent. */
@NullMarked
package io.twingrid.intake.photo;

import org.jspecify.annotations.NullMarked;
