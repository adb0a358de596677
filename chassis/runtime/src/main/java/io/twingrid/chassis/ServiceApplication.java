package io.twingrid.chassis;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service as an application, to run alone or beside others in one JVM. */
public final class ServiceApplication {
    private ServiceApplication() {}

    /**
     * The application of one service.
     *
     * @param main the service's main class
     * @param name of the service and of its settings file, {@code <name>.yaml}; a file of its own lets several services
     *     share a class path
     */
    public static SpringApplicationBuilder of(Class<?> main, String name) {
        return new SpringApplicationBuilder(main)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=" + name);
    }
}
