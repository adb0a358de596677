package io.twingrid.chassis.security;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * A service's rules of who may call what, in one place: one bean a service. What the rules do not open is denied to
 * callers without a token; what is left open to known callers is decided by the use case, which knows whose affair it is.
 */
@FunctionalInterface
public interface AccessRules {
    void apply(AuthorizeExchangeSpec exchanges);
}
