package io.twingrid.chassis.problem;

import com.mongodb.MongoException;
import io.netty.channel.ChannelException;
import io.twingrid.chassis.change.StaleVersionException;
import io.twingrid.chassis.fact.Absence;
import io.twingrid.chassis.fact.BrokerAwayException;
import io.twingrid.chassis.problem.Problem.FieldError;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is told to a client of what went wrong in a request: the field, or what to do next. One place for every surface,
 * also for those that write their errors in a format of their own, and for the items of a batch.
 */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable e) {
        return switch (e) {
            case ProblemException known -> known.problem();
            case WebExchangeBindException fields ->
                Problem.invalid(fields.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                        .toList());
            case ServerWebInputException unreadable -> unreadable(unreadable);
            case DatabindException databind -> Problem.invalid(pathOf(databind), shouldBe(databind));
            case StreamConstraintsException monster ->
                Problem.invalid("body", "is nested too deeply, or holds a number or a text that is too long");
            case JacksonException broken -> Problem.invalid("body", "not JSON: " + broken.getOriginalMessage());
            case DataBufferLimitException large -> tooLarge();
            case ChannelException late -> // Netty's: the body stopped coming, or came too slowly
                Problem.of(HttpStatus.REQUEST_TIMEOUT, "too-slow", "The request did not arrive in time.");
            case StaleVersionException stale -> stale(stale);
            case BrokerAwayException away -> away(away);
            case MongoException store -> Absence.isBehind(store) ? away(store) : unexpected(store);
            case ResponseStatusException status -> status(status);
            default -> unexpected(e);
        };
    }

    private static Problem unreadable(ServerWebInputException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException || cause instanceof JacksonException) {
                return of(cause);
            }
        }
        String field =
                e.getMethodParameter() == null ? "body" : e.getMethodParameter().getParameterName();
        return Problem.invalid(field == null ? "body" : field, String.valueOf(e.getReason()));
    }

    private static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than this operation accepts.")
                .with("errors", List.of(new FieldError("body", "too large")));
    }

    private static Problem stale(StaleVersionException e) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "Somebody else changed it meanwhile: " + e.getMessage() + ". Read it again and decide anew.")
                .with("version", e.current());
    }

    private static Problem away(RuntimeException e) {
        log.warn("answered 503: {}", e.toString());
        return Problem.away(
                "A part of the system is away for the moment. Nothing was lost that was answered; send it again.");
    }

    private static Problem status(ResponseStatusException e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return tooLarge();
        }
        String detail = e.getReason() == null ? status.getReasonPhrase() + "." : e.getReason();
        String type = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.of(status, type, detail).headers(e.getHeaders());
    }

    private static Problem unexpected(Throwable e) {
        log.error("a request failed for a reason that nobody thought of", e);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our fault; the log says what happened.");
    }

    /** In the client's words: ours name classes of this program. */
    private static String shouldBe(DatabindException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
        }
        return e instanceof MismatchedInputException mismatch
                ? "must be " + nameOf(mismatch.getTargetType())
                : "cannot be read";
    }

    private static String nameOf(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time as RFC 3339 writes it, e.g. 2026-11-22T08:30:00Z";
        }
        return "an object";
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
}
