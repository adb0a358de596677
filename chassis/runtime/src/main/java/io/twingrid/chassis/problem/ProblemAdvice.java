package io.twingrid.chassis.problem;

import com.mongodb.MongoException;
import io.twingrid.chassis.change.StaleVersionException;
import io.twingrid.chassis.fact.BrokerAwayException;
import io.twingrid.chassis.problem.Problem.FieldError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns what goes wrong in a request into a problem document that names the field, or says what to do next. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    /** Seconds after which a client may ask again when a part of the system is away. */
    private static final String RETRY_AFTER = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException e) {
        return answer(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(WebExchangeBindException e) {
        return answer(Problem.invalid(e.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
            if (cause instanceof DatabindException databind) {
                return answer(Problem.invalid(pathOf(databind), databind.getOriginalMessage()));
            }
            if (cause instanceof JacksonException broken) {
                return answer(Problem.invalid("body", "not JSON: " + broken.getOriginalMessage()));
            }
        }
        String field =
                e.getMethodParameter() == null ? "body" : e.getMethodParameter().getParameterName();
        return answer(Problem.invalid(field == null ? "body" : field, String.valueOf(e.getReason())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException e) {
        return tooLarge();
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return answer(
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than this operation accepts.")
                        .with("errors", List.of(new FieldError("body", "too large"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleVersionException e) {
        return answer(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "Somebody else changed it meanwhile: " + e.getMessage() + ". Read it again and decide anew.")
                .with("version", e.current()));
    }

    @ExceptionHandler({BrokerAwayException.class, MongoException.class})
    ResponseEntity<ProblemDetail> away(RuntimeException e) {
        log.warn("answered 503: {}", e.toString());
        ProblemDetail document = Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "try-again",
                        "A part of the system is away for the moment. Nothing was lost that was answered; send it again.")
                .document();
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> status(ResponseStatusException e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return tooLarge();
        }
        String detail = e.getReason() == null ? status.getReasonPhrase() + "." : e.getReason();
        String type =
                status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return ResponseEntity.status(status)
                .headers(e.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, type, detail).document());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        log.error("a request failed for a reason that nobody thought of", e);
        return answer(Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our fault; the log says what happened."));
    }

    private static String pathOf(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }
}
