/** Tests of {@link io.twingrid.escalation.domain.care}. */
@NullMarked
package io.twingrid.escalation.domain.care;

import org.jspecify.annotations.NullMarked;
