@NullMarked
package io.twingrid.gateway;

import org.jspecify.annotations.NullMarked;
