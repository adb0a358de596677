/**
 * Browsers sign in by OpenID Connect's code flow with PKCE; the tokens stay here, and the browser has a cookie that no script
 * can read. Read {@code SessionConfiguration} (wiring), then {@code SessionTokens} (how a session becomes a bearer token).
 */
@NullMarked
package io.twingrid.gateway.session;

import org.jspecify.annotations.NullMarked;
