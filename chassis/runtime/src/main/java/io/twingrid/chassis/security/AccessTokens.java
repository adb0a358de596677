package io.twingrid.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Which tokens are good: signed with a key that the issuer publishes, by an asymmetric algorithm, for us, in time, and not
 * an ID token. Keys that a token itself brings or points at ({@code jwk}, {@code jku}, {@code x5u}) are never looked at
 * (<a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>).
 */
final class AccessTokens {
    /** <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>'s type of an access token; most issuers still say JWT. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final IssuerKeys keys;
    private final DefaultJWTProcessor<KeysAtHand> processor = new DefaultJWTProcessor<>();

    private AccessTokens(IssuerKeys keys) {
        this.keys = keys;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.Family.SIGNATURE, (wanted, atHand) -> wanted.select(atHand.keys())));
        processor.setJWTClaimsSetVerifier((claims, atHand) -> {}); // the validators below do it
    }

    /** Reads and judges tokens of {@code issuer} for one of {@code audiences}. */
    static ReactiveJwtDecoder of(String issuer, List<String> audiences, IssuerKeys keys) {
        NimbusReactiveJwtDecoder decoder = new NimbusReactiveJwtDecoder(new AccessTokens(keys)::verified);
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                inTime,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, aud -> aud != null && aud.stream().anyMatch(audiences::contains)),
                notAnIdToken()));
        return decoder;
    }

    private record KeysAtHand(JWKSet keys) implements SecurityContext {}

    private Mono<JWTClaimsSet> verified(JWT token) {
        return token instanceof SignedJWT signed
                ? keys.fitting(signed.getHeader()).map(atHand -> claimsOf(signed, new KeysAtHand(atHand)))
                : Mono.error(new BadJwtException("The token is not signed"));
    }

    private JWTClaimsSet claimsOf(SignedJWT token, KeysAtHand atHand) {
        try {
            return processor.process(token, atHand);
        } catch (BadJOSEException | JOSEException e) {
            throw new BadJwtException("The token's signature is not the issuer's", e);
        }
    }

    /** What is said of a person to the page that signed in is no permission to act for him here. */
    private static OAuth2TokenValidator<Jwt> notAnIdToken() {
        OAuth2Error error = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "This is an ID token", null);
        return token -> token.hasClaim("nonce")
                        || token.hasClaim("at_hash")
                        || "ID".equals(token.getClaims().get("typ"))
                ? OAuth2TokenValidatorResult.failure(error)
                : OAuth2TokenValidatorResult.success();
    }
}
