/**
 * The standalone's own OpenID Connect provider: the accounts of a file, tokens that every service accepts, and a signing key
 * that survives restarts. For a demonstration and for development; a town in production brings its own provider.
 *
 * <p>Read {@link io.twingrid.standalone.oidc.OidcProvider} (wiring), then {@code Accounts} (who there is), then {@code
 * TokenClaims} (what a token says of them).
 */
@NullMarked
package io.twingrid.standalone.oidc;

import org.jspecify.annotations.NullMarked;
