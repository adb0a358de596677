/** The rules of the street's sorting centre, in plain Java: a case, the moves it can make, and the facts that come of them. */
@NullMarked
package io.twingrid.escalation.domain;

import org.jspecify.annotations.NullMarked;
