@NullMarked
package io.twingrid.gateway.session;

import org.jspecify.annotations.NullMarked;
