/**
 * How fast a fact reaches those who watch, and what each of them costs. Read {@link io.twingrid.bench.notices.NoticesBench},
 * which sends facts and watches; the service runs in a process of its own ({@link io.twingrid.bench.notices.ServerMain}).
 */
@NullMarked
package io.twingrid.bench.notices;

import org.jspecify.annotations.NullMarked;
