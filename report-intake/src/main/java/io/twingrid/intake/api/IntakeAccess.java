package io.twingrid.intake.api;

import io.twingrid.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;

/**
 * Anybody may report, without a name too, and follow a report's public side. What else is seen of a report is decided in
 * {@link io.twingrid.intake.Reading#seesAll}.
 */
@Component
class IntakeAccess implements AccessRules {
    @Override
    public void apply(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/report-clients/**", "/api/reports/my-data", "/api/reports/retention")
                .authenticated()
                .pathMatchers("/open311/**")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/reports", "/api/reports/batch", "/api/photos")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/followed-reports/*/feedback")
                .permitAll()
                .pathMatchers(
                        HttpMethod.POST,
                        "/api/reports/*/support",
                        "/api/reports/*/feedback",
                        "/api/reports/*/visibility")
                .authenticated()
                .pathMatchers(
                        HttpMethod.GET,
                        "/api/reports",
                        "/api/reports/*",
                        "/api/followed-reports/*",
                        "/api/reports.*",
                        "/api/photos/*",
                        "/api/categories",
                        "/api/statistics")
                .permitAll();
    }
}
