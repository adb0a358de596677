package io.twingrid.chassis.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * An error as it is answered: an <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem document.
 *
 * <p>Throw {@link ProblemException} with one of these; the {@code type} is stable and says which kind of problem it is.
 */
public final class Problem {
    private static final String TYPES = "https://twingrid.io/problems/";
    /** After which a client may ask again when a part of the system is away. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final String type;
    private final String detail;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();

    private Problem(HttpStatus status, String type, String detail) {
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    /** What one field of a request should have been. */
    public record FieldError(String field, String message) {}

    /** A problem of another kind than those below; {@code type} is the last part of its URI. */
    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail);
    }

    /** 400: fields are missing or not what they should be. */
    public static Problem invalid(List<FieldError> errors) {
        String fields = String.join(", ", errors.stream().map(FieldError::field).toList());
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "Not accepted: " + fields).with("errors", errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 404. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no " + what + ".");
    }

    /** 403. */
    public static Problem forbidden(String why) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", why);
    }

    /** 409: the rules do not allow this move now; {@code allowed} are the verbs that the caller may use instead. */
    public static Problem refused(String reason, List<String> allowed) {
        return new Problem(HttpStatus.CONFLICT, "move-not-allowed", reason).with("allowed", allowed);
    }

    /** 429: too much in too short a time. */
    public static Problem tooMany(String why, Duration wait) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", why).retryAfter(wait);
    }

    /** 503: a part of the system that is needed is away; worth another try a little later. */
    public static Problem away(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "try-again", detail).retryAfter(RETRY_AFTER);
    }

    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** With {@code Retry-After}, in whole seconds, rounded up. */
    public Problem retryAfter(Duration wait) {
        headers.set(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        return this;
    }

    Problem headers(HttpHeaders more) {
        headers.putAll(more);
        return this;
    }

    /** What is answered beside the document. */
    public HttpHeaders headers() {
        return headers;
    }

    public HttpStatus status() {
        return status;
    }

    public ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create(TYPES + type));
        document.setTitle(status.getReasonPhrase());
        members.forEach(document::setProperty);
        return document;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
