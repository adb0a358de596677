@NullMarked
package io.twingrid.triage.store;

import org.jspecify.annotations.NullMarked;
