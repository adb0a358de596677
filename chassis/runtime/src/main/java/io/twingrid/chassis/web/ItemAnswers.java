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

/** {@link ReadAnswers}, and what operations on one thing answer besides. */
@Target({METHOD, ANNOTATION_TYPE})
@Retention(RUNTIME)
@ReadAnswers
@ApiResponse(
        responseCode = "404",
        description = "There is none of this id, or none that the caller may know of",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
public @interface ItemAnswers {}
