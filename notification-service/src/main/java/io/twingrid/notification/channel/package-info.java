/** Ways to a person: live streams now; each further way (Web Push, group robots, mail) is a class beside them. */
@NullMarked
package io.twingrid.notification.channel;

import org.jspecify.annotations.NullMarked;
