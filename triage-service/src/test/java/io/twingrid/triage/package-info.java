@NullMarked
package io.twingrid.triage;

import org.jspecify.annotations.NullMarked;
