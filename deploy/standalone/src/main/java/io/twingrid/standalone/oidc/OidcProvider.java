package io.twingrid.standalone.oidc;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

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
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, ProviderSettings settings) {
        // Signing in ends at the gateway: a browser asks this policy about the whole chain of redirects.
        String policy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self' " + String.join(" ", settings.gateway().origins());
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(SignInPage.PATH, SignInPage.STYLE)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SignInPage.PATH).failureUrl(SignInPage.PATH + SignInPage.FAILED))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    @Bean
    ServletRegistrationBean<SignInPage> signInPage() {
        return new ServletRegistrationBean<>(new SignInPage(), SignInPage.PATH, SignInPage.STYLE);
    }

    @Bean
    SlowDown slowDown(ProviderSettings settings) {
        return new SlowDown(settings.wrongPasswords(), Clock.systemUTC());
    }

    @Bean
    AuthorizationServerSettings publishedAs(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    Accounts accounts(ProviderSettings settings, @Value("${server.address:}") String address) {
        Accounts accounts = Accounts.read(settings.accounts());
        if (!settings.allowDemonstrationAccounts()) {
            DemonstrationAccounts.requireLoopback(accounts, address);
        }
        return accounts;
    }

    @Bean
    UserDetailsService accountsAsUsers(Accounts accounts) {
        return id -> accounts.find(id)
                .map(account -> User.withUsername(account.id())
                        .password(account.password())
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
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
    SigningKeys signingKeys(ProviderSettings settings) {
        return new SigningKeys(settings.keyFile(), settings.keyLifetime(), settings.tokenLifetime(), Clock.systemUTC());
    }

    @Bean
    JwtEncoder signedWithTheCurrentKey(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    @Bean
    JwtDecoder ownTokens(SigningKeys keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    IssuedTokens issuedTokens(ProviderSettings settings) {
        return new IssuedTokens(settings);
    }
}
