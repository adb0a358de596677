/**
 * Who did what to what, from where: one line a command of the staff, in the service's own database, apart from the logs and
 * only ever added to. Read {@code AuditWitness} (what becomes a line), then {@code AuditTrail} (where it is kept).
 */
@NullMarked
package io.twingrid.chassis.audit;

import org.jspecify.annotations.NullMarked;
