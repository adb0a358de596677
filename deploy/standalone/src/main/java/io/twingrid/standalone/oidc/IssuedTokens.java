package io.twingrid.standalone.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Who is signed in with a browser, by every token of theirs, in memory and bounded. A script's token is not kept: it carries its
 * own proof and ends by its lifetime.
 */
final class IssuedTokens implements OAuth2AuthorizationService {

    private static final String ID_TOKEN = "id_token";
    private static final int MOST = 10_000;
    private static final List<String> KINDS = List.of(
            OAuth2ParameterNames.STATE,
            OAuth2ParameterNames.CODE,
            OAuth2ParameterNames.ACCESS_TOKEN,
            OAuth2ParameterNames.REFRESH_TOKEN,
            ID_TOKEN);
    private static final int TOKENS_EACH = 4;

    private final Cache<String, OAuth2Authorization> byId;
    private final Cache<String, String> idByToken;

    IssuedTokens(ProviderSettings settings) {
        this.byId = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.gateway().sessionLifetime())
                .build();
        this.idByToken = Caffeine.newBuilder()
                .maximumSize(MOST * TOKENS_EACH)
                .expireAfterWrite(settings.gateway().sessionLifetime())
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        remove(authorization);
        byId.put(authorization.getId(), authorization);
        tokensOf(authorization).forEach(token -> idByToken.put(token, authorization.getId()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        OAuth2Authorization before = byId.asMap().remove(authorization.getId());
        if (before != null) {
            idByToken.invalidateAll(tokensOf(before));
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        for (String kind : type == null ? KINDS : List.of(type.getValue())) {
            String id = idByToken.getIfPresent(kind + ' ' + token);
            if (id != null) {
                return byId.getIfPresent(id);
            }
        }
        return null;
    }

    private static List<String> tokensOf(OAuth2Authorization authorization) {
        List<String> tokens = new ArrayList<>();
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            tokens.add(OAuth2ParameterNames.STATE + ' ' + state);
        }
        add(tokens, OAuth2ParameterNames.CODE, authorization.getToken(OAuth2AuthorizationCode.class));
        add(tokens, OAuth2ParameterNames.ACCESS_TOKEN, authorization.getToken(OAuth2AccessToken.class));
        add(tokens, OAuth2ParameterNames.REFRESH_TOKEN, authorization.getToken(OAuth2RefreshToken.class));
        add(tokens, ID_TOKEN, authorization.getToken(OidcIdToken.class));
        return tokens;
    }

    private static void add(List<String> tokens, String kind, OAuth2Authorization.@Nullable Token<?> token) {
        if (token != null) {
            tokens.add(kind + ' ' + token.getToken().getTokenValue());
        }
    }
}
