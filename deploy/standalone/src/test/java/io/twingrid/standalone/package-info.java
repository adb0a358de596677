@NullMarked
package io.twingrid.standalone;

import org.jspecify.annotations.NullMarked;
