/** What a report is, when it is accepted, and how its view follows the facts. */
@NullMarked
package io.twingrid.intake.domain;

import org.jspecify.annotations.NullMarked;
