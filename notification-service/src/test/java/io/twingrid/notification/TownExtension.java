package io.twingrid.notification;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Town} of this JVM; it is closed after the last test. */
final class TownExtension implements ParameterResolver {
    private static final String[] SETTINGS = {
        "NOTICE_HEARTBEAT=200ms", "OUTSIDE_HOSTS=127.0.0.1", "DELIVERY_EVERY=200ms", "DELIVERY_RETRIES=100ms,100ms"
    };

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TownExtension.class))
                .computeIfAbsent(Town.class, type -> Town.start(SETTINGS), Town.class);
    }
}
