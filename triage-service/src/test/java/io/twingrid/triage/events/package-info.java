@NullMarked
package io.twingrid.triage.events;

import org.jspecify.annotations.NullMarked;
