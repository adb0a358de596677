package io.twingrid.chassis.web;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.http.ProblemDetail;

/** {@link ItemAnswers}, and what verbs answer besides. */
@Target({METHOD, ANNOTATION_TYPE})
@Retention(RUNTIME)
@ItemAnswers
@ApiResponse(
        responseCode = "409",
        description = "The rules do not allow it now; `allowed` names the verbs that the caller may use instead",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "412",
        description = "Somebody changed it after the version in If-Match; `version` is the one it has now",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "413",
        description = "The body is larger than any command has to be",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
public @interface MoveAnswers {}
