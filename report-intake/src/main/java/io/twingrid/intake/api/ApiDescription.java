package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** What the OpenAPI document at {@code /v3/api-docs} says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "TwinGrid report-intake",
                        version = "1",
                        description =
                                "Reports come in, and everybody can follow what becomes of them. Errors are RFC 9457"
                                        + " problem documents with a stable `type`. Open311 GeoReport v2 is served besides, under"
                                        + " /open311/v2, and described by its own standard.",
                        contact = @Contact(name = "TwinGrid"),
                        license = @License(name = "All rights reserved", identifier = "LicenseRef-TwinGrid")),
        servers =
                @Server(
                        url = "/",
                        description = "Wherever this document came from: the gateway, or the service itself"))
@SecurityScheme(
        name = ApiDescription.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the OpenID Connect provider with the claims `sub`, `roles`, `areas`")
final class ApiDescription {
    static final String BEARER = "bearer";

    private ApiDescription() {}
}
