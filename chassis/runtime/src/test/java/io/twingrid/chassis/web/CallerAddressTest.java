package io.twingrid.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CallerAddressTest {
    private static final List<String> DOORS = List.of("10.0.0.0/8", "::1");

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(address("X-Forwarded-For", "192.0.2.7", "198.51.100.1")).isEqualTo("192.0.2.7");
    }

    @Test
    void ourDoorsTellWhoCameToThem() {
        assertThat(address("X-Forwarded-For", "10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(address("X-Forwarded-For", "10.1.2.3", "198.51.100.1:4711")).isEqualTo("198.51.100.1");
        assertThat(address("X-Forwarded-For", "0:0:0:0:0:0:0:1", "2001:db8::7")).isEqualTo("2001:db8::7");
        assertThat(address("Forwarded", "10.1.2.3", "for=\"[2001:db8::7]:80\";proto=https"))
                .isEqualTo("2001:db8::7");
        assertThat(address("Forwarded", "10.1.2.3", "proto=http;FOR=198.51.100.1, for=10.9.9.9"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatStandsBeforeTheFirstStrangerMayBeALie() {
        assertThat(address("X-Forwarded-For", "10.1.2.3", "203.0.113.99, 198.51.100.1, 10.4.4.4"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressIsNotLookedUp() {
        assertThat(address("X-Forwarded-For", "10.1.2.3", "dead.beef")).isEqualTo("unknown");
        assertThat(address("Forwarded", "10.1.2.3", "for=_hidden")).isEqualTo("unknown");
        assertThat(address("X-Forwarded-For", "10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @Test
    void settingsThatCannotBeMeantAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("Via", DOORS));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("Forwarded", List.of("gateway")));
    }

    private static String address(String header, String remote, String... values) {
        return new CallerAddress(settings(header, DOORS))
                .of(MockServerHttpRequest.post("/api/reports")
                        .remoteAddress(new InetSocketAddress(remote, 1234))
                        .header(header, values)
                        .build());
    }

    private static GatewaySettings settings(String header, List<String> doors) {
        return new GatewaySettings(doors, header);
    }
}
