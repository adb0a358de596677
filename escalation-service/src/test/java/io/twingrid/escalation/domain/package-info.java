/** Tests. */
@NullMarked
package io.twingrid.escalation.domain;

import org.jspecify.annotations.NullMarked;
