/**
 * The rules of telling: a fact ({@link io.twingrid.notification.domain.Heard}) and the card of its report make drafts for
 * audiences ({@link io.twingrid.notification.domain.NoticeRules}); each audience's notices are numbered without a gap.
 */
@NullMarked
package io.twingrid.notification.domain;

import org.jspecify.annotations.NullMarked;
