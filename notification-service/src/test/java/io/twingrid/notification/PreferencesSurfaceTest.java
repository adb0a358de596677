package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Channel;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Preferences over HTTP, and who is a recipient because of them. */
@ExtendWith(TownExtension.class)
class PreferencesSurfaceTest {
    private static final String ALL =
            "{\"channels\":[\"push\",\"mail\"],\"mail\":\"wang@example.org\",\"language\":\"en\","
                    + "\"quiet\":{\"from\":\"22:00\",\"until\":\"07:00\"},\"digestAt\":\"08:00\"}";

    private final Town town;
    private final String community = Town.unique("c");
    private final Town.Person person =
            new Town.Person(Town.unique("lead"), List.of("community-lead"), List.of(community), null);

    PreferencesSurfaceTest(Town town) {
        this.town = town;
    }

    @Test
    void whatWasPutIsGot() {
        assertThat(get().path("channels").values())
                .extracting(JsonNode::asString)
                .containsExactly("push");

        JsonNode answered = Town.json(put(ALL).expectStatus().isOk());

        assertThat(get()).isEqualTo(answered);
        assertThat(answered.path("mail").asString()).isEqualTo("wang@example.org");
        assertThat(LocalTime.parse(answered.path("quiet").path("from").asString()))
                .isEqualTo(LocalTime.of(22, 0));
        put("{\"channels\":[]}").expectStatus().isOk();
        assertThat(get().propertyNames()).containsExactlyInAnyOrder("channels", "language");
    }

    @Test
    void whoeverSaidHowIsARecipientInTheAudiencesOfHisLastToken() {
        Audience his = Audience.inCommunity(community, "community-lead");
        assertThat(among(his)).isEmpty();

        put(ALL).expectStatus().isOk();

        Recipient recipient = among(his).getFirst();
        assertThat(recipient.person()).isEqualTo(person.id());
        assertThat(recipient.preferences().channels()).containsExactlyInAnyOrder(Channel.PUSH, Channel.MAIL);
        assertThat(recipient.preferences().language()).isEqualTo(Language.EN);
        town.live(new Town.Person(person.id(), List.of("observer"), List.of(), null))
                .close();
        assertThat(among(his)).isEmpty();
        assertThat(among(Audience.person(person.id()))).hasSize(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{}", "channels"),
                Arguments.of("{\"channels\":[\"pigeon\"]}", "channels"),
                Arguments.of("{\"channels\":[\"mail\"]}", "mail"),
                Arguments.of("{\"channels\":[],\"mail\":\"a@b.org,c@d.org\"}", "mail"),
                Arguments.of("{\"channels\":[],\"language\":\"fr\"}", "language"),
                Arguments.of("{\"channels\":[],\"quiet\":{\"from\":\"22:00\"}}", "quiet"),
                Arguments.of("{\"channels\":[],\"digestAt\":\"eight\"}", "digestAt"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String body, String field) {
        put(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private List<Recipient> among(Audience audience) {
        return Objects.requireNonNull(town.service()
                .bean(Recipients.class)
                .among(Set.of(audience))
                .collectList()
                .block());
    }

    private JsonNode get() {
        return Town.json(town.as(person)
                .get()
                .uri("/api/notices/preferences")
                .exchange()
                .expectStatus()
                .isOk());
    }

    private ResponseSpec put(String body) {
        return town.as(person)
                .put()
                .uri("/api/notices/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
