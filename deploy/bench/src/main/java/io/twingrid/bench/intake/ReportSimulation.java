package io.twingrid.bench.intake;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody reports a dark street, so many times a second, whether the ones before were answered or not (an open model): a
 * server that falls behind gets no rest, and nobody's waiting is left out of the figures. A time runs from when somebody comes
 * until his answer is read. One step begins when the one before is answered. System properties say what is sent: {@code echo}, {@code intake} (URLs), {@code rates}, {@code seconds}.
 */
public final class ReportSimulation extends Simulation {
    static final String BODY = """
            {"category":"01037","description":"铁山路口两盏路灯不亮,晚上很黑。Two lamps at the corner are dark.",\
            "location":{"lat":24.611,"lon":118.004,"crs":"WGS84","accuracy":15},"address":"铁山路 12 号对面",\
            "attributes":{"lamps":"2"}}""";

    /** Between two steps, for what the one before left to be done. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final String BEGUN = "begun";

    private final Map<Step, Answers> answers = new LinkedHashMap<>();

    /** Gatling makes it. */
    public ReportSimulation() {
        List<Integer> rates = Stream.of(System.getProperty("rates").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        String echo = System.getProperty("echo");
        String intake = System.getProperty("intake");
        int seconds = Integer.getInteger("seconds", 15);
        List<Step> steps = new ArrayList<>(Step.warmUp(echo, intake, seconds));
        steps.addAll(Step.measured(echo, intake, rates, seconds));
        PopulationBuilder inTurn = population(steps.getLast());
        for (Step step : steps.reversed().subList(1, steps.size())) {
            inTurn = population(step).andThen(inTurn);
        }
        setUp(inTurn).protocols(http.disableCaching().shareConnections());
    }

    private PopulationBuilder population(Step step) {
        Answers told = answers.computeIfAbsent(step, each -> new Answers(each.rate() * each.seconds()));
        return scenario(step.request())
                .exec(session -> session.set(BEGUN, System.nanoTime()))
                .exec(report(step).check(status().is(201)))
                .exec(session -> {
                    if (session.isFailed()) {
                        told.failed();
                    } else {
                        told.came(session.getLong(BEGUN));
                    }
                    return session;
                })
                .injectOpen(
                        nothingFor(PAUSE), constantUsersPerSec(step.rate()).during(Duration.ofSeconds(step.seconds())));
    }

    private static HttpRequestActionBuilder report(Step step) {
        HttpRequestActionBuilder request = http(step.request())
                .post(step.url())
                .header("Content-Type", "application/json")
                .body(StringBody(BODY));
        return step.keyed()
                ? request.header("Idempotency-Key", session -> UUID.randomUUID().toString())
                : request;
    }

    /** Tells {@link Gatling} what came of each step. */
    @Override
    public void after() {
        JsonMapper json = new JsonMapper();
        answers.forEach((step, told) ->
                System.out.println(Gatling.TOLD + step.request() + "=" + json.writeValueAsString(told.figures())));
    }
}
