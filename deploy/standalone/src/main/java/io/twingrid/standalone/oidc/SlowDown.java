package io.twingrid.standalone.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes whoever tries wrong passwords wait, longer each time, for the account and from the address: so nobody can guess for
 * long, and nobody can lock another person out from elsewhere. Watches both doors, the form and the token endpoint.
 */
final class SlowDown extends OncePerRequestFilter implements Ordered {

    private static final int MOST_REMEMBERED = 100_000;
    private static final String BASIC = "Basic ";

    private final WrongPasswords rules;
    private final Clock clock;
    private final Cache<String, Tries> tries;

    SlowDown(WrongPasswords rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.tries = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(rules.forgottenAfter())
                .build();
    }

    private record Tries(int wrong, Instant again) {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !(isForm(request) || request.getRequestURI().equals("/oauth2/token"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = accountOf(request);
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        String key = account + ' ' + request.getRemoteAddr();
        Tries before = tries.getIfPresent(key);
        if (before != null && clock.instant().isBefore(before.again())) {
            refuse(request, response, Duration.between(clock.instant(), before.again()));
            return;
        }
        chain.doFilter(request, response);
        if (isWrong(request, response)) {
            int wrong = before == null ? 1 : before.wrong() + 1;
            tries.put(key, new Tries(wrong, clock.instant().plus(rules.waitAfter(wrong))));
        } else {
            tries.invalidate(key);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Duration left)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(left.toSeconds() + 1));
        if (isForm(request)) {
            response.sendRedirect(SignInPage.PATH + SignInPage.SLOW);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setContentType("application/json");
        response.getWriter().write("{\"error\":\"slow_down\"}");
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getRequestURI().equals(SignInPage.PATH);
    }

    private static boolean isWrong(HttpServletRequest request, HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        return isForm(request)
                ? location != null && location.endsWith(SignInPage.FAILED)
                : response.getStatus() == HttpStatus.UNAUTHORIZED.value();
    }

    private static @Nullable String accountOf(HttpServletRequest request) {
        if (isForm(request)) {
            return request.getParameter("username");
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BASIC)) {
            return null;
        }
        try {
            String both = new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8);
            return both.split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
