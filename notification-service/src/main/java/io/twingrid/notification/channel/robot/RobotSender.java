package io.twingrid.notification.channel.robot;

import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.channel.http.Outside;
import io.twingrid.notification.channel.http.Outside.Reply;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A group's robot. Robots answer HTTP 200 whatever happens and say in the body whether they took it. Several notices go in
 * one message, so that a busy hour fits into the few messages a minute that they take.
 */
public final class RobotSender implements Sender {
    private static final Map<String, String> JSON_TYPE = Map.of("content-type", "application/json; charset=utf-8");
    /** What all three allow in one message, with texts as long as {@link GroupText} lets them be. */
    private static final int MOST = 5;
    /** After one call too many; a robot that goes on is shut out for longer. */
    private static final Duration TOO_FAST = Duration.ofMinutes(1);

    private final Robot robot;
    private final Duration pace;
    private final URI origin;
    private final Outside outside;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * A sender for one kind of robot.
     *
     * @param pace between two messages to one robot
     * @param origin where the links of notices begin, as people reach it
     */
    public RobotSender(Robot robot, Duration pace, URI origin, Outside outside, JsonMapper json, Clock clock) {
        this.robot = robot;
        this.pace = pace;
        this.origin = origin;
        this.outside = outside;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Duration pace() {
        return pace;
    }

    @Override
    public Mono<Answer> send(Target target, List<Notice> notices) {
        List<GroupText> texts = notices.stream()
                .map(notice -> GroupText.of(notice, target.language(), origin))
                .toList();
        Robot.Call call = robot.call((Address.Hook) target.address(), texts, target.language(), clock.instant());
        return outside.post(call.url(), JSON_TYPE, json.writeValueAsBytes(call.body()))
                .map(this::judged);
    }

    private Answer judged(Reply reply) {
        if (!reply.isSuccess()) {
            return HttpAnswers.of(reply);
        }
        JsonNode code = code(reply.body());
        if (!code.isIntegralNumber()) {
            return new Answer.Failed("an answer without " + robot.codeField(), null);
        }
        int value = code.asInt();
        String detail = robot.codeField() + " " + value;
        if (value == 0) {
            return new Answer.Taken(detail);
        }
        return new Answer.Failed(detail, robot.isTooFast(value) ? TOO_FAST : null);
    }

    private JsonNode code(String body) {
        try {
            return json.readTree(body).path(robot.codeField());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
