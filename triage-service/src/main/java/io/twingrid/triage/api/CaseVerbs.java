package io.twingrid.triage.api;

import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.IfMatch;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Staff;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * How a verb is answered: with the case as it is now, and asking for what is so already like the first time; where the
 * rules do not allow it with 409 and the verbs that they do, after a lost race with 412.
 */
final class CaseVerbs {
    private final CommunityDesk desk;
    private final TriageSettings settings;
    private final Clock clock;

    CaseVerbs(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    Fields fields() {
        return new Fields(settings, clock.instant());
    }

    Mono<ResponseEntity<CaseView>> ask(
            String id, @Nullable String ifMatch, Caller caller, Function<Fields, Command> body) {
        Staff staff = Callers.staff(caller);
        Command command = body.apply(fields());
        return ask(id, IfMatch.version(ifMatch), command, staff).map(CaseController::answer);
    }

    /** An error of {@link io.twingrid.chassis.problem.ProblemException} if it is not done. */
    Mono<CaseView> ask(String id, @Nullable Long expected, Command command, Staff staff) {
        return desk.ask(id, expected, command, staff)
                .map(result -> view(result, staff))
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    private static CaseView view(Result<CommunityCase> result, Staff staff) {
        CommunityCase theCase = result.aggregate();
        if (result.kind() == Kind.REFUSED) {
            throw Problem.refused(String.valueOf(result.reason()), CaseView.words(theCase.allowedTo(staff)))
                    .asException();
        }
        return CaseView.of(theCase, result.version(), staff);
    }
}
