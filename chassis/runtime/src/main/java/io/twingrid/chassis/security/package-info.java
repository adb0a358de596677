/** Who is calling: bearer tokens, and what they say of a person. */
@NullMarked
package io.twingrid.chassis.security;

import org.jspecify.annotations.NullMarked;
