package io.twingrid.points;

import io.twingrid.chassis.security.AccessRules;
import io.twingrid.chassis.security.ClaimSettings;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.authorization.AuthorizationContext;

/** Who may call what, in one table; the first row that fits a path decides. {@code {observerId}} is whose affair it is. */
final class PointsAccess implements AccessRules {
    /** For callers without a token: no answer would not mean no, the next row that fits would be asked. */
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final ClaimSettings claims;

    PointsAccess(ClaimSettings claims) {
        this.claims = claims;
    }

    @Override
    public void apply(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/points/audit", "/api/points/adjustments", "/api/points/adjustments/**")
                .access(staff())
                .pathMatchers(HttpMethod.POST, "/api/points/{observerId}/adjustments")
                .access(staffButNotForThemselves())
                .pathMatchers(HttpMethod.GET, "/api/points/{observerId}/**")
                .access(ownerOrStaff())
                .pathMatchers(HttpMethod.GET, "/api/rewards/**")
                .permitAll()
                .pathMatchers("/api/rewards/**")
                .access(staff())
                .pathMatchers(HttpMethod.POST, "/api/redemptions/*/fulfil", "/api/redemptions/*/cancel")
                .access(staff())
                .pathMatchers("/api/redemptions/vouchers/*")
                .access(staff())
                .pathMatchers("/api/redemptions/**")
                .authenticated()
                .pathMatchers(HttpMethod.GET, "/api/standings/services")
                .permitAll()
                .pathMatchers("/api/standings/**")
                .authenticated()
                .pathMatchers(HttpMethod.GET, "/api/activities/*/code", "/api/activities/*/participants")
                .access(staff())
                .pathMatchers(HttpMethod.GET, "/api/activities/**")
                .permitAll()
                .pathMatchers(
                        HttpMethod.POST,
                        "/api/activities/*/sign-up",
                        "/api/activities/*/leave",
                        "/api/activities/*/attend")
                .authenticated()
                .pathMatchers("/api/activities/**")
                .access(staff())
                .pathMatchers(HttpMethod.GET, "/api/observers/verify/*")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/api/observers/training")
                .authenticated()
                .pathMatchers(HttpMethod.GET, "/api/observers")
                .access(staff())
                .pathMatchers(HttpMethod.GET, "/api/observers/{observerId}", "/api/observers/{observerId}/certificate")
                .access(ownerOrStaff())
                .pathMatchers(HttpMethod.DELETE, "/api/observers/{observerId}")
                .access(ownerOrStaff())
                .pathMatchers(
                        HttpMethod.POST, "/api/observers/{observerId}/apply", "/api/observers/{observerId}/training/*")
                .access(owner())
                .pathMatchers(HttpMethod.PUT, "/api/observers/{observerId}/*")
                .access(owner())
                .pathMatchers(HttpMethod.POST, "/api/observers/{observerId}/*")
                .access(staffButNotForThemselves());
    }

    private ReactiveAuthorizationManager<AuthorizationContext> staff() {
        return (caller, context) -> caller.ofType(JwtAuthenticationToken.class)
                .<AuthorizationResult>map(token -> new AuthorizationDecision(isStaff(token.getToken())))
                .defaultIfEmpty(NO);
    }

    private ReactiveAuthorizationManager<AuthorizationContext> staffButNotForThemselves() {
        return (caller, context) -> caller.ofType(JwtAuthenticationToken.class)
                .<AuthorizationResult>map(token ->
                        new AuthorizationDecision(isStaff(token.getToken()) && !isOwner(token.getToken(), context)))
                .defaultIfEmpty(NO);
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> owner() {
        return (caller, context) -> caller.ofType(JwtAuthenticationToken.class)
                .<AuthorizationResult>map(token -> new AuthorizationDecision(isOwner(token.getToken(), context)))
                .defaultIfEmpty(NO);
    }

    private ReactiveAuthorizationManager<AuthorizationContext> ownerOrStaff() {
        return (caller, context) -> caller.ofType(JwtAuthenticationToken.class)
                .<AuthorizationResult>map(token ->
                        new AuthorizationDecision(isOwner(token.getToken(), context) || isStaff(token.getToken())))
                .defaultIfEmpty(NO);
    }

    private boolean isStaff(Jwt token) {
        List<String> roles = token.getClaimAsStringList(claims.roles());
        return roles != null && !Collections.disjoint(roles, Staff.ROLES);
    }

    private static boolean isOwner(Jwt token, AuthorizationContext context) {
        return context.getVariables().getOrDefault("observerId", "").equals(token.getSubject());
    }
}
