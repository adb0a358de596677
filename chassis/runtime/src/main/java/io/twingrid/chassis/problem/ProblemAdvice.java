package io.twingrid.chassis.problem;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what goes wrong in a controller, or before one is found, with a problem document. */
@RestControllerAdvice
class ProblemAdvice {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception e, ServerHttpResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e; // the client is gone, or half an answer is out: nobody can be told, and it is nobody's fault here
        }
        Problem problem = Problems.of(e);
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }
}
