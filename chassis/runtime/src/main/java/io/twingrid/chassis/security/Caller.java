package io.twingrid.chassis.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the bearer token says. Take it as a parameter of a controller's method; without a token it is {@link
 * #ANONYMOUS}.
 *
 * @param id the token's {@code sub}, or null without a token
 * @param roles the token's {@code roles}
 * @param areas ids of the areas whose affairs the caller may see and change
 * @param department id of the department that the caller works for, or null
 */
public record Caller(
        @Nullable String id,
        Set<String> roles,
        Set<String> areas,
        @Nullable String department) {
    public static final Caller ANONYMOUS = new Caller(null, Set.of(), Set.of(), null);

    public Caller {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    public boolean isAnonymous() {
        return id == null;
    }

    /**
     * The caller's id.
     *
     * @throws IllegalStateException without a token; for operations that the access rules open to known callers only
     */
    public String requiredId() {
        if (id == null) {
            throw new IllegalStateException("the access rules let an anonymous caller through to a personal operation");
        }
        return id;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isAny(String... anyOf) {
        for (String role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
