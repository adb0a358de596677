/** 爱心接力: an errand for somebody who lives alone, offered by the centre and claimed by one observer; its rules in plain Java. */
@NullMarked
package io.twingrid.escalation.domain.care;

import org.jspecify.annotations.NullMarked;
