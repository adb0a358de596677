package io.twingrid.escalation.api;

import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.IfMatch;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.SortingCentre;
import io.twingrid.escalation.domain.Command;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** What every verb has in common: who asks, for which version, and how the answer looks. */
final class CaseVerbs {
    private final SortingCentre centre;
    private final EscalationSettings settings;
    private final CaseViews views;

    CaseVerbs(SortingCentre centre, EscalationSettings settings, CaseViews views) {
        this.centre = centre;
        this.settings = settings;
        this.views = views;
    }

    /** @param body makes a command of the request's body, or ends the request with what is wrong in it */
    Mono<ResponseEntity<CaseView>> ask(
            String id, @Nullable String ifMatch, Caller caller, Function<Fields, Command> body) {
        Staff staff = Callers.staff(caller);
        Command command = body.apply(new Fields(settings));
        return centre.ask(id, IfMatch.version(ifMatch), command, staff)
                .flatMap(result -> answer(result, staff))
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    private Mono<ResponseEntity<CaseView>> answer(Result<StreetCase> result, Staff staff) {
        StreetCase theCase = result.aggregate();
        if (result.kind() == Kind.REFUSED) {
            return Mono.error(Problem.refused(String.valueOf(result.reason()), CaseView.words(theCase.allowedTo(staff)))
                    .asException());
        }
        return centre.forwardsOf(theCase, staff)
                .map(forwards ->
                        CaseController.answer(views.of(new Versioned<>(theCase, result.version()), staff, forwards)));
    }
}
