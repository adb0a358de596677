/** HTTP in: the sorting centre's cases for staff, and the departments for everybody. */
@NullMarked
package io.twingrid.escalation.api;

import org.jspecify.annotations.NullMarked;
