package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the OpenAPI document at {@code /v3/api-docs} says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "TwinGrid escalation-service",
                        version = "1",
                        description = "The street's sorting centre (微治理分拣中心): what a community cannot settle is"
                                + " dispatched to a department, returned, or resolved. Errors are RFC 9457 problem"
                                + " documents with a stable `type`."),
        security = @SecurityRequirement(name = ApiDescription.BEARER))
@SecurityScheme(
        name = ApiDescription.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the OpenID Connect provider with the claims `sub`, `roles`, `areas`, `department`")
final class ApiDescription {
    static final String BEARER = "bearer";

    private ApiDescription() {}
}
