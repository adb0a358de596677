/** HTTP in: the cases and their verbs for the community's staff, the areas for everybody. */
@NullMarked
package io.twingrid.triage.api;

import org.jspecify.annotations.NullMarked;
