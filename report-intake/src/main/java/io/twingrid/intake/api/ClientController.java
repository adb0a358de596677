package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.domain.ApiClient;
import io.twingrid.intake.domain.ApiClients;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/report-clients")
@Tag(name = "Clients", description = "Other software that may report over Open311; for admins")
class ClientController {
    private static final int KEY_BYTES = 32;
    private static final int DEFAULT_PER_MINUTE = 120;

    private final ApiClients clients;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientController(ApiClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "addClient",
            summary = "Give another software a key",
            description = "The key is shown once; only its digest is kept.")
    @ApiResponse(responseCode = "201", description = "The key")
    @ApiResponse(
            responseCode = "403",
            description = "For admins only",
            content = {})
    @ApiResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "There is a client of this name",
            content = {})
    Mono<NewKey> add(@RequestBody NewClient body, Caller caller) {
        Admins.require(caller);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiClient client = body.toClient(clock);
        return clients.add(client, key).map(isNew -> {
            if (!isNew) {
                throw Problem.of(HttpStatus.CONFLICT, "name-taken", "There is a client of this name.")
                        .asException();
            }
            return new NewKey(client.name(), key);
        });
    }

    @GetMapping
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "listClients",
            summary = "Who has a key",
            description = "Names and limits; the keys themselves are not kept.")
    @ApiResponse(responseCode = "200", description = "All, also those whose key was revoked")
    @ApiResponse(
            responseCode = "403",
            description = "For admins only",
            content = {})
    Flux<ApiClient> all(Caller caller) {
        Admins.require(caller);
        return clients.all();
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(operationId = "revokeClient", summary = "Revoke a key", description = "From now on it opens nothing.")
    @ApiResponse(responseCode = "204", description = "It is revoked")
    @ApiResponse(
            responseCode = "403",
            description = "For admins only",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "There is no such client",
            content = {})
    Mono<Void> revoke(@PathVariable String name, Caller caller) {
        Admins.require(caller);
        return clients.revoke(name)
                .filter(there -> there)
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("client of this name").asException()))
                .then();
    }

    /** Who shall have a key. */
    record NewClient(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "[a-z0-9][a-z0-9-]{1,39}",
                    example = "xiamen")
            @Nullable
            String name,

            @Schema(description = "Requests a minute; 120 if it is not said", example = "120") @Nullable
            Integer perMinute) {
        ApiClient toClient(Clock clock) {
            if (name == null) {
                throw Problem.invalid("name", "is missing").asException();
            }
            try {
                return new ApiClient(name, perMinute == null ? DEFAULT_PER_MINUTE : perMinute, false, clock.instant());
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(
                                name.length() > 40 || perMinute == null ? "name" : "perMinute",
                                String.valueOf(e.getMessage()))
                        .asException();
            }
        }
    }

    /** A key, shown once. */
    record NewKey(String name, String key) {}
}
