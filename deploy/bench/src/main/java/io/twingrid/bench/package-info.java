/** Measurements that print tables, an area a package; here is what several of them share. */
@NullMarked
package io.twingrid.bench;

import org.jspecify.annotations.NullMarked;
