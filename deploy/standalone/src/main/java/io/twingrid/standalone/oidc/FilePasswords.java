package io.twingrid.standalone.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Reads every encoding that Spring Security knows by its prefix, and never asks for a better one: the accounts' file is the
 * operator's, and is not rewritten.
 */
final class FilePasswords implements PasswordEncoder {

    private final PasswordEncoder byPrefix = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return byPrefix.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return byPrefix.matches(password, encoded);
    }
}
