package io.twingrid.points.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.points.domain.RefusedException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the rules refuse is answered 409 with their reason. Asked before the chassis, which would take it for a fault. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        Problem problem = Problem.refused(String.valueOf(e.getMessage()), List.of());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }
}
