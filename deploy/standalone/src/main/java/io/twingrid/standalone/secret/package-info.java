/** What the standalone makes up at its first start and keeps to itself. */
@NullMarked
package io.twingrid.standalone.secret;

import org.jspecify.annotations.NullMarked;
