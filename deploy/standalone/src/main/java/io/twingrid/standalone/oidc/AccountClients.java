package io.twingrid.standalone.oidc;

import io.twingrid.standalone.oidc.Accounts.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The gateway, where people sign in with a browser; and every account is a client too, so that a script gets the token that its person gets: {@code POST /oauth2/token},
 * {@code grant_type=client_credentials}, HTTP Basic with account and password.
 */
final class AccountClients implements RegisteredClientRepository {

    private final Accounts accounts;
    private final TokenSettings tokens;
    private final RegisteredClient gateway;

    AccountClients(Accounts accounts, ProviderSettings settings) {
        this.accounts = accounts;
        this.gateway = settings.gateway().registered();
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .build();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(gateway.getClientId())
                ? gateway
                : accounts.find(clientId).map(this::asClient).orElse(null);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("accounts come from a file; add them there");
    }

    private RegisteredClient asClient(Account account) {
        return RegisteredClient.withId(account.id())
                .clientId(account.id())
                .clientSecret(account.password())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
