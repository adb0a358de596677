package io.twingrid.intake.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.twingrid.chassis.problem.Problem.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes in one place what every operation of a kind may answer, and what a problem looks like. */
@Component
class CommonAnswers implements OperationCustomizer, OpenApiCustomizer {
    private static final String PROBLEM = "ProblemDetail";
    /** What needs no other part of the system; the items of a batch have an outcome each, also where one is away. */
    private static final Set<Class<?>> NEEDS_NOTHING = Set.of(CategoryController.class, BatchController.class);

    private static final String PROBLEM_JSON = "application/problem+json";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        ApiResponses answers = operation.getResponses();
        answer(answers, 401, "The token is missing where one is needed, or is not accepted");
        if (operation.getRequestBody() != null) {
            answer(answers, 400, "A field is missing or wrong; `errors` names each");
            answer(answers, 413, "The body is too large");
            answer(answers, 415, "The body is of a media type that this operation does not read");
        }
        if (!NEEDS_NOTHING.contains(handler.getBeanType())) {
            answer(answers, 503, "A part of the system is away; again after Retry-After seconds");
        }
        if (operation.getSecurity() == null) {
            operation.setSecurity(
                    List.of(new SecurityRequirement(), new SecurityRequirement().addList(ApiDescription.BEARER)));
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
            if (!method.name().equals(HttpMethod.GET.name())) {
                answer(operation.getResponses(), 429, "Too much in too short a time; again after Retry-After seconds");
            }
            operation.getResponses().forEach(CommonAnswers::asProblem);
        }));
        // What no method's type names: problems, and the items of a batch, which are read one by one.
        for (Class<?> type : List.of(Shape.class, BatchController.BatchItem.class)) {
            ModelConverters.getInstance(true).readAll(type).forEach(api.getComponents()::addSchemas);
        }
        // How a file is streamed is not the client's affair.
        api.getComponents().getSchemas().remove(DataBuffer.class.getSimpleName());
    }

    private static void answer(ApiResponses answers, int status, String description) {
        answers.putIfAbsent(String.valueOf(status), new ApiResponse().description(description));
    }

    private static void asProblem(String status, ApiResponse answer) {
        if (status.startsWith("4") || status.startsWith("5")) {
            answer.setContent(new Content()
                    .addMediaType(PROBLEM_JSON, new MediaType().schema(new Schema<ProblemDetail>().$ref(PROBLEM))));
        }
    }

    /** A problem as it is written: what it has besides the standard's fields stands beside them. */
    @io.swagger.v3.oas.annotations.media.Schema(
            name = PROBLEM,
            description = "RFC 9457; `type` is stable and says which kind of problem it is")
    record Shape(
            URI type,
            String title,

            @io.swagger.v3.oas.annotations.media.Schema(requiredMode = RequiredMode.REQUIRED)
            int status,

            @io.swagger.v3.oas.annotations.media.Schema(description = "For people")
            String detail,

            @io.swagger.v3.oas.annotations.media.Schema(description = "The fields that are wrong") @Nullable
            List<FieldError> errors) {}
}
