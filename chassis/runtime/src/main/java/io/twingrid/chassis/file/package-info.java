/** Settings that a town replaces without a build: files that are read whole, checked, and refused with the line. */
@NullMarked
package io.twingrid.chassis.file;

import org.jspecify.annotations.NullMarked;
