package io.twingrid.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.domain.Claims;
import io.twingrid.intake.domain.Draft;
import io.twingrid.intake.domain.DraftCheck;
import io.twingrid.intake.domain.DraftCheck.Fault;
import io.twingrid.intake.domain.Drafts;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.events.ReportFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/**
 * Takes a report in: checked, published, and answered on the broker's ack, so that what was answered is on the topic
 * whatever dies next.
 *
 * <p>With an idempotency key the report's id follows from the client and the key. The key is claimed with the content's
 * digest first; a retry of the same content is published again under the same fact id, which no reader counts twice.
 */
public final class Submission {
    /** Namespace of the ids that are derived from keys (RFC 9562, version 5). */
    private static final UUID KEYS = UUID.fromString("7b1f6c1e-4a52-5d0e-9a0b-2f6f0c4d9e11");

    private static final int LONGEST_KEY = 200;

    private final DraftCheck check;
    private final Drafts drafts;
    private final Claims claims;
    private final ReportFacts facts;
    private final NoArgGenerator freshIds;
    private final IntakeSettings settings;
    private final Clock clock;

    Submission(
            DraftCheck check,
            Drafts drafts,
            Claims claims,
            ReportFacts facts,
            NoArgGenerator freshIds,
            IntakeSettings settings,
            Clock clock) {
        this.check = check;
        this.drafts = drafts;
        this.claims = claims;
        this.facts = facts;
        this.freshIds = freshIds;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a draft in.
     *
     * @param key the client's idempotency key, or null
     * @param anonymous the caller has a name but does not want it on the report
     * @param channel by which way it comes
     * @return the report as it is on the topic; an error is a problem that names the fields, or that the broker is away
     */
    public Mono<Report> submit(Draft draft, Caller caller, boolean anonymous, @Nullable String key, String channel) {
        List<Fault> faults = check.faultsOf(draft);
        if (!faults.isEmpty()) {
            return Mono.error(Problem.invalid(faults.stream()
                            .map(fault -> new FieldError(fault.field(), fault.message()))
                            .toList())
                    .asException());
        }
        Report.Reporter reporter = anonymous ? null : reporter(caller);
        if (reporter == null && !settings.anonymous()) {
            return Mono.error(Problem.forbidden("This town does not take anonymous reports; sign in.")
                    .asException());
        }
        Instant now = clock.instant();
        Mono<Report> report = key == null
                ? Mono.fromSupplier(
                        () -> drafts.accept(draft, freshIds.generate().toString(), now, reporter, channel))
                : claimed(draft, caller, reporter, key, channel, now);
        return report.flatMap(accepted -> facts.submitted(accepted).thenReturn(accepted));
    }

    private Mono<Report> claimed(
            Draft draft, Caller caller, Report.@Nullable Reporter reporter, String key, String channel, Instant now) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(Problem.invalid("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters")
                    .asException());
        }
        String id = Generators.nameBasedGenerator(KEYS)
                .generate(Objects.requireNonNullElse(caller.id(), "") + "\n" + key)
                .toString();
        String digest = digest(draft, reporter);
        return claims.claim(id, digest, now).map(claim -> {
            if (!claim.digest().equals(digest)) {
                throw Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "key-used-before",
                                "This Idempotency-Key was used for another report. Use a new key for a new report.")
                        .with("errors", List.of(new FieldError("Idempotency-Key", "used for another body")))
                        .asException();
            }
            return drafts.accept(draft, id, claim.at(), reporter, channel);
        });
    }

    private static Report.@Nullable Reporter reporter(Caller caller) {
        String id = caller.id();
        return id == null ? null : new Report.Reporter(id, caller.is("observer"));
    }

    private static String digest(Draft draft, Report.@Nullable Reporter reporter) {
        record Content(Draft draft, TreeMap<String, String> attributes, Report.@Nullable Reporter reporter) {}
        Draft rest = new Draft(
                draft.category(),
                draft.description(),
                draft.lat(),
                draft.lon(),
                draft.crs(),
                draft.address(),
                draft.photos(),
                draft.handledOnSpot(),
                java.util.Map.of());
        String content = FactJson.write(new Content(rest, new TreeMap<>(draft.attributes()), reporter));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
