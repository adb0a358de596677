/** What all HTTP surfaces share: pages by cursor, JSON, OpenAPI. */
@NullMarked
package io.twingrid.chassis.web;

import org.jspecify.annotations.NullMarked;
