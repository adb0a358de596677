package io.twingrid.standalone.oidc;

import io.twingrid.standalone.oidc.Accounts.Account;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What a token says beside its {@code sub}: the roles, areas and department that the services decide by. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final ProviderSettings settings;

    TokenClaims(Accounts accounts, ProviderSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        boolean forScript = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        Authentication person = context.getPrincipal();
        String id = forScript || person == null ? context.getRegisteredClient().getClientId() : person.getName();
        Account account = accounts.find(id)
                .orElseThrow(() -> new IllegalStateException("a token for somebody who has no account"));
        JwtClaimsSet.Builder claims = context.getClaims().subject(account.id()).claim("roles", account.roles());
        if (account.areas() != null) {
            claims.claim("areas", account.areas());
        }
        if (account.department() != null) {
            claims.claim("department", account.department());
        }
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(settings.audience()));
        } else if (account.name() != null) {
            claims.claim("name", account.name()); // for the page that greets; no service needs to know it
        }
    }
}
