package io.twingrid.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.intake.domain.Claims;
import io.twingrid.intake.domain.Draft;
import io.twingrid.intake.domain.DraftCheck;
import io.twingrid.intake.domain.DraftCheck.Fault;
import io.twingrid.intake.domain.Drafts;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.Sha256;
import io.twingrid.intake.events.ReportFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final PhotoDesk photos;
    private final ReportFacts facts;
    private final NoArgGenerator freshIds;
    private final IntakeSettings settings;
    private final Clock clock;

    Submission(
            DraftCheck check,
            Drafts drafts,
            Claims claims,
            PhotoDesk photos,
            ReportFacts facts,
            NoArgGenerator freshIds,
            IntakeSettings settings,
            Clock clock) {
        this.check = check;
        this.drafts = drafts;
        this.claims = claims;
        this.photos = photos;
        this.facts = facts;
        this.freshIds = freshIds;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a draft in.
     *
     * @return the report as it is on the topic; an error is a problem that names the fields, or that the broker is away
     */
    public Mono<Report> submit(Draft draft, Sender sender) {
        List<Fault> faults = check.faultsOf(draft);
        if (!faults.isEmpty()) {
            return Mono.error(Problem.invalid(faults.stream()
                            .map(fault -> new FieldError(fault.field(), fault.message()))
                            .toList())
                    .asException());
        }
        if (sender.reporter() == null && !settings.anonymous()) {
            return Mono.error(Problem.forbidden("This town does not take anonymous reports; sign in.")
                    .asException());
        }
        String key = sender.key();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return Mono.error(Problem.invalid("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters")
                    .asException());
        }
        String id = key == null ? freshIds.generate().toString() : derivedId(sender.client(), key);
        return photos.check(draft.photos(), sender.client(), id)
                .then(Mono.defer(() -> key == null ? Mono.just(clock.instant()) : claimed(id, draft, sender)))
                .flatMap(at -> photos.attach(draft.photos(), id)
                        .map(flags -> drafts.accept(draft, id, at, sender.reporter(), sender.channel(), flags)))
                .flatMap(accepted -> facts.submitted(accepted).thenReturn(accepted));
    }

    /** The id of the report that a client sends under a key. */
    public static String derivedId(String client, String key) {
        return Generators.nameBasedGenerator(KEYS).generate(client + "\n" + key).toString();
    }

    private Mono<Instant> claimed(String id, Draft draft, Sender sender) {
        String digest = digest(draft, sender.reporter());
        return claims.claim(id, digest, clock.instant()).map(claim -> {
            if (!claim.digest().equals(digest)) {
                throw Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "key-used-before",
                                "This Idempotency-Key was used for another report. Use a new key for a new report.")
                        .with("errors", List.of(new FieldError("Idempotency-Key", "used for another body")))
                        .asException();
            }
            return claim.at();
        });
    }

    private static String digest(Draft draft, Report.@Nullable Reporter reporter) {
        record Content(Draft draft, Report.@Nullable Reporter reporter) {}
        return Sha256.hex(FactJson.write(new Content(draft, reporter)));
    }
}
