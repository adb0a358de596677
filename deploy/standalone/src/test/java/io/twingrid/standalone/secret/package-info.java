@NullMarked
package io.twingrid.standalone.secret;

import org.jspecify.annotations.NullMarked;
