package io.twingrid.gateway;

import io.twingrid.chassis.web.HttpSettings;
import io.twingrid.chassis.web.HttpWalls;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as an application, to run alone or beside the services in one JVM. */
@SpringBootApplication(
        excludeName = "io.twingrid.chassis.ChassisAutoConfiguration") // a few classes of it are used, no more
@EnableConfigurationProperties({GatewaySettings.class, HttpSettings.class})
public class Gateway {

    public static void main(String[] args) {
        application().run(args);
    }

    /** Not started yet; its settings file is {@code gateway.yaml}, so that it can share a class path with the services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Gateway.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=gateway");
    }

    /**
     * Netty's event loops, which all applications of a JVM share, without the duty to end them: Boot's own factory ends them
     * when the first application closes, and with them everybody's server.
     */
    @Bean
    ReactorResourceFactory sharedEventLoops() {
        ReactorResourceFactory shared = new ReactorResourceFactory();
        shared.setUseGlobalResources(false);
        shared.setConnectionProvider(HttpResources.get());
        shared.setLoopResources(HttpResources.get());
        return shared;
    }

    @Bean
    RequestIds requestIds() {
        return new RequestIds();
    }

    @Bean
    HttpWalls httpWalls(HttpSettings settings) {
        return new HttpWalls(settings);
    }

    @Bean
    BodyLimit bodyLimit(GatewaySettings settings) {
        return new BodyLimit(settings);
    }

    @Bean
    CallersAddress callersAddress(GatewaySettings settings) {
        return new CallersAddress(settings);
    }

    @Bean
    AwayAnswers awayAnswers(JsonMapper json, GatewaySettings settings) {
        return new AwayAnswers(json, settings);
    }
}
