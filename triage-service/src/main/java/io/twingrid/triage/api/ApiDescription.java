package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the OpenAPI document at {@code /v3/api-docs} says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "TwinGrid triage-service",
                        version = "1",
                        description =
                                "The community's desk: every report is routed to the community in whose area it is,"
                                        + " verified, and resolved there or escalated to the street. Errors are RFC 9457 problem"
                                        + " documents with a stable `type`."),
        security = @SecurityRequirement(name = ApiDescription.BEARER))
@SecurityScheme(
        name = ApiDescription.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the OpenID Connect provider with the claims `sub`, `roles`, `areas`")
interface ApiDescription {
    String BEARER = "bearer";
}
