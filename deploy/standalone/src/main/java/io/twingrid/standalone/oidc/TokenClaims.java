package io.twingrid.standalone.oidc;

import io.twingrid.standalone.oidc.Accounts.Account;
import java.util.List;
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
        Account account = accounts.find(context.getRegisteredClient().getClientId())
                .orElseThrow(() -> new IllegalStateException("a token for somebody who has no account"));
        context.getClaims()
                .subject(account.id())
                .audience(List.of(settings.audience()))
                .claim("roles", account.roles());
        if (account.areas() != null) {
            context.getClaims().claim("areas", account.areas());
        }
        if (account.department() != null) {
            context.getClaims().claim("department", account.department());
        }
    }
}
