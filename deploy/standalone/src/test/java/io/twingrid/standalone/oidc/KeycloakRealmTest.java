package io.twingrid.standalone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.file.TownFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm for Keycloak says the same as our own provider, and what the services and the gateway ask for. */
class KeycloakRealmTest {
    private static final String PUBLIC_URL = "https://town.example";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode realm = JSON.readTree(
            JSON.readTree(Path.of("../keycloak/twingrid-realm.json")).toString().replace("${PUBLIC_URL}", PUBLIC_URL));
    private final PropertySourcesPropertyResolver shipped = shipped("chassis", "gateway", "oidc-provider");

    @Test
    void itsRolesAreThoseOfTheTownsAccountsAndTheScrapers() {
        List<Accounts.Account> accounts = TownFile.read(Path.of("../town/accounts.yaml"), Accounts.AccountsFile.class)
                .accounts();
        List<String> roles = Stream.concat(
                        accounts.stream().flatMap(account -> account.roles().stream()),
                        Stream.of(setting("chassis.security.metrics.role")))
                .distinct()
                .toList();

        assertThat(texts(realm.at("/roles/realm"), "name")).containsExactlyInAnyOrderElementsOf(roles);
        assertThat(realm.at("/scopeMappings/0/clientScope").asString()).isEqualTo("twingrid");
        assertThat(realm.at("/scopeMappings/0/roles").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(roles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "areas", "department"})
    void aClaimIsCalledWhatTheServicesAndTheGatewayCallIt(String claim) {
        JsonNode mapped = mapper(claim);

        assertThat(mapped.path("claim.name").asString())
                .isEqualTo(setting("chassis.security.claims." + claim))
                .isEqualTo(setting("gateway.session.claims." + claim));
        assertThat(mapped.path("access.token.claim").asString()).isEqualTo("true");
        assertThat(mapped.path("id.token.claim").asString()).isEqualTo("true");
        assertThat(mapped.path("multivalued").asString()).isEqualTo(String.valueOf(!claim.equals("department")));
    }

    @Test
    void everyAccessTokenIsMeantForTheServicesAndNoIdTokenIs() {
        JsonNode audience = mapper("audience");

        assertThat(audience.path("included.custom.audience").asString())
                .isEqualTo(setting("spring.security.oauth2.resourceserver.jwt.audiences"))
                .isEqualTo(setting("oidc-provider.audience"));
        assertThat(audience.path("access.token.claim").asString()).isEqualTo("true");
        assertThat(audience.path("id.token.claim").asString()).isEqualTo("false");
        assertThat(clients()).allSatisfy(client -> assertThat(
                        client.path("defaultClientScopes").valueStream())
                .extracting(JsonNode::asString)
                .contains("twingrid"));
    }

    @Test
    void theGatewayIsTheClientThatItIsAtOurOwnProvider() {
        RegisteredClient own = new GatewayClient(
                        setting("oidc-provider.gateway.id"), "", List.of(PUBLIC_URL), Duration.ofHours(12))
                .registered();
        JsonNode gateway = clients().stream()
                .filter(client -> client.path("clientId").asString().equals(setting("gateway.session.client-id")))
                .findFirst()
                .orElseThrow();

        assertThat(own.getClientId()).isEqualTo(gateway.path("clientId").asString());
        assertThat(gateway.path("redirectUris").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(own.getRedirectUris());
        assertThat(own.getPostLogoutRedirectUris())
                .containsExactly(
                        gateway.at("/attributes/post.logout.redirect.uris").asString());
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(Stream.of("publicClient", "implicitFlowEnabled", "directAccessGrantsEnabled", "fullScopeAllowed"))
                .allSatisfy(
                        flag -> assertThat(gateway.path(flag).asBoolean(true)).isFalse());
        assertThat(gateway.path("defaultClientScopes").valueStream().map(JsonNode::asString))
                .contains(setting("gateway.session.scopes").replace("openid ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"areas", "department"})
    void nobodyGivesHimselfAnAreaOrADepartment(String attribute) {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());

        assertThat(mapper(attribute).path("user.attribute").asString()).isEqualTo(attribute);
        assertThat(profile.path("attributes").valueStream())
                .filteredOn(declared -> declared.path("name").asString().equals(attribute))
                .singleElement()
                .satisfies(
                        declared -> assertThat(declared.at("/permissions/edit").valueStream())
                                .extracting(JsonNode::asString)
                                .containsExactly("admin"));
    }

    private List<JsonNode> clients() {
        return realm.path("clients").valueStream().toList();
    }

    private JsonNode mapper(String name) {
        return realm.path("clientScopes")
                .valueStream()
                .filter(scope -> scope.path("name").asString().equals("twingrid"))
                .flatMap(scope -> scope.path("protocolMappers").valueStream())
                .filter(mapper -> mapper.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("config");
    }

    private String setting(String name) {
        return shipped.getRequiredProperty(name);
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(item -> item.path(field).asString()).toList();
    }

    /** The settings as they are shipped, where nobody has set anything from outside. */
    private static PropertySourcesPropertyResolver shipped(String... names) {
        MutablePropertySources sources = new MutablePropertySources();
        for (String name : names) {
            try {
                new YamlPropertySourceLoader()
                        .load(name, new ClassPathResource(name + ".yaml"))
                        .forEach(sources::addLast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PropertySourcesPropertyResolver(sources);
    }
}
