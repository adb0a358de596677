package io.twingrid.gateway.session;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in, and the token against forged requests that a page sends along with every command. */
@RestController
class SessionController {

    private final ClaimNames claims;

    SessionController(ClaimNames claims) {
        this.claims = claims;
    }

    /**
     * What a page knows of the person in front of it.
     *
     * @param id as it stands in every fact and list; null when nobody is signed in
     * @param csrf header and value for commands
     */
    record Session(
            boolean signedIn,
            @Nullable String id,
            @Nullable String name,
            List<String> roles,
            List<String> areas,
            @Nullable String department,
            @Nullable Csrf csrf) {

        static final Session NOBODY = new Session(false, null, null, List.of(), List.of(), null, null);
    }

    record Csrf(String header, String token) {}

    @GetMapping("/session")
    Mono<ResponseEntity<Session>> session(
            @AuthenticationPrincipal @Nullable OidcUser person, ServerWebExchange exchange) {
        Mono<Session> session =
                person == null ? Mono.just(Session.NOBODY) : csrf(exchange).map(csrf -> of(person, csrf));
        return session.map(known ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(known));
    }

    private Session of(OidcUser person, Csrf csrf) {
        return new Session(
                true,
                person.getSubject(),
                Objects.requireNonNullElse(person.getFullName(), person.getSubject()),
                listOf(person, claims.roles()),
                listOf(person, claims.areas()),
                person.getClaimAsString(claims.department()),
                csrf);
    }

    private static List<String> listOf(OidcUser person, String claim) {
        List<String> values = person.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }

    static Mono<Csrf> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return Objects.requireNonNull(token, "the security chain offers a token with every request")
                .map(known -> new Csrf(known.getHeaderName(), known.getToken()));
    }
}
