package io.twingrid.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockServerHttpResponse response = new MockServerHttpResponse();

    @Test
    void aClientThatIsGoneIsNotAnsweredASecondTime() {
        response.setComplete().block();
        IOException gone = new IOException("Connection reset by peer");
        assertThatThrownBy(() -> advice.answer(gone, response))
                .as("the server knows this error, and makes no noise")
                .isSameAs(gone);
    }

    @Test
    void whoeverWaitsForAnAnswerGetsAProblem() throws Exception {
        assertThat(advice.answer(new IOException("no room on the disk"), response)
                        .getStatusCode())
                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
