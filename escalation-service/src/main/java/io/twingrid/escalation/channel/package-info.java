/** Out of the house: letters to departments' own systems, by e-mail, webhook and Open311. */
@NullMarked
package io.twingrid.escalation.channel;

import org.jspecify.annotations.NullMarked;
