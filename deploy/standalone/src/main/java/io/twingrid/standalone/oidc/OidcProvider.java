package io.twingrid.standalone.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The provider as an application. It takes only the auto-configurations that it names: it is the one servlet application on
 * a class path full of reactive ones.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(ProviderSettings.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class OidcProvider {

    /** Not started yet; its settings file is {@code oidc-provider.yaml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(OidcProvider.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=oidc-provider");
    }

    @Bean
    SecurityFilterChain provider(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable()) // nothing here is authenticated by a cookie
                .build();
    }

    @Bean
    AuthorizationServerSettings publishedAs(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    Accounts accounts(ProviderSettings settings) {
        return Accounts.read(settings.accounts());
    }

    @Bean
    AccountClients accountClients(Accounts accounts, ProviderSettings settings) {
        return new AccountClients(accounts, settings);
    }

    @Bean
    PasswordEncoder passwords() {
        return new FilePasswords();
    }

    @Bean
    TokenClaims tokenClaims(Accounts accounts, ProviderSettings settings) {
        return new TokenClaims(accounts, settings);
    }

    @Bean
    JWKSource<SecurityContext> signingKey(ProviderSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> signingKey) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKey);
    }

    @Bean
    IssuedTokens issuedTokens() {
        return new IssuedTokens();
    }
}
