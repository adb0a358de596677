@NullMarked
package io.twingrid.standalone.oidc;

import org.jspecify.annotations.NullMarked;
