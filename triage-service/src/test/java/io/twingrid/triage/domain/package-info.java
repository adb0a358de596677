@NullMarked
package io.twingrid.triage.domain;

import org.jspecify.annotations.NullMarked;
