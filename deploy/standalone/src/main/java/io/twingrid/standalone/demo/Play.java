package io.twingrid.standalone.demo;

import io.twingrid.standalone.demo.LiveStream.Heard;
import io.twingrid.standalone.demo.Sample.Expected;
import io.twingrid.standalone.demo.Sample.Step;
import io.twingrid.standalone.demo.TownClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One case, played once: everybody does his part, and what comes of it is compared with what the case says. */
final class Play {

    /** Who looks at the result: sees every case, and takes no part. */
    private static final String ONLOOKER = "admin";

    private final Sample sample;
    private final TownClient town;
    private final Map<String, LiveStream> streams;
    private final Screen screen;
    private final Duration longest;
    private final Patience patience;
    private final List<String> differences = new ArrayList<>();

    Play(Sample sample, TownClient town, Map<String, LiveStream> streams, Screen screen, Duration longest) {
        this.sample = sample;
        this.town = town;
        this.streams = streams;
        this.screen = screen;
        this.longest = longest;
        this.patience = new Patience(longest);
    }

    /** Plays it to its end, or to the first thing that cannot go on. */
    Played play() {
        screen.title(sample);
        try {
            return playAll();
        } catch (DemoFailure e) {
            differences.add(String.valueOf(e.getMessage()));
            return Played.brokenOff(sample, differences);
        }
    }

    private Played playAll() {
        String reporter = sample.report().by();
        long before = reporter == null ? 0 : balance(reporter);
        long sent = System.nanoTime();
        Answer submitted = town.post("/api/reports", reporter, sample.report().body());
        if (submitted.status() != 201) {
            throw new DemoFailure("The report was not taken: " + submitted.problem());
        }
        String id = submitted.text("id");
        screen.submitted(sample.report(), submitted.text("number"));
        Duration toStream = hear(id, sample.report().hears())
                .map(first -> Duration.ofNanos(first.arrived() - sent))
                .orElse(Duration.ZERO);
        sample.allSteps().forEach(step -> take(step, id));
        return result(id, submitted.text("number"), before, toStream);
    }

    private void take(Step step, String id) {
        Answer seen = patience.until(() -> town.get(step.path(id), step.by()), answer -> allows(answer, step.action()));
        if (!allows(seen, step.action())) {
            throw new DemoFailure("%s may not %s: %s, state '%s', allowed %s"
                    .formatted(
                            step.by(),
                            step.action(),
                            seen.problem(),
                            seen.text("state"),
                            seen.body().path("allowed")));
        }
        Answer done =
                town.post(step.path(id) + "/" + step.action(), step.by(), step.body() == null ? Map.of() : step.body());
        if (!done.isOk()) {
            throw new DemoFailure("%s cannot %s: %s".formatted(step.by(), step.action(), done.problem()));
        }
        screen.step(step, done.text("state"));
        compare("state after " + step.action(), step.then(), done.text("state"));
        hear(id, step.hears());
    }

    private static boolean allows(Answer seen, String verb) {
        for (JsonNode allowed : seen.body().path("allowed")) {
            if (allowed.asString("").equals(verb)) {
                return true;
            }
        }
        return false;
    }

    /** Waits for every notice that must come; gives the first. */
    private Optional<Heard> hear(String id, @Nullable Map<String, List<String>> hears) {
        List<Heard> all = new ArrayList<>();
        (hears == null ? Map.<String, List<String>>of() : hears)
                .forEach((who, events) -> events.forEach(event -> {
                    LiveStream stream = Objects.requireNonNull(streams.get(who), "a stream for everybody who listens");
                    Optional<Heard> heard = stream.next(event, id, longest);
                    heard.ifPresentOrElse(
                            notice -> {
                                screen.heard(who, notice);
                                all.add(notice);
                            },
                            () -> differences.add("%s did not hear '%s'".formatted(who, event)));
                }));
        return all.stream().findFirst();
    }

    private Played result(String id, String number, long before, Duration toStream) {
        Expected expect = sample.expect();
        String reporter = sample.report().by();
        Answer report = patience.until(() -> town.get("/api/reports/" + id, reporter), answer -> answer.text("status")
                .equals(expect.status()));
        JsonNode theCase = patience.until(() -> town.get("/api/cases/" + id, ONLOOKER), answer -> settler(answer.body())
                        .equals(expect.settledBy()))
                .body();
        String level = theCase.path("resolution").path("level").asString(null);
        compare("status", expect.status(), report.text("status"));
        compare(
                "community",
                expect.community(),
                theCase.path("area").path("community").asString(""));
        compare("level", expect.level(), level);
        compare("settled by", expect.settledBy(), settler(theCase));
        Long earned = earned(reporter, before, expect.points());
        return new Played(sample, number, settler(theCase), level, earned, toStream, differences);
    }

    private @Nullable Long earned(@Nullable String reporter, long before, @Nullable Integer expected) {
        if (reporter == null || expected == null) {
            return null;
        }
        long now = patience.until(() -> balance(reporter), balance -> balance - before == expected);
        compare("points", String.valueOf(expected), String.valueOf(now - before));
        return now - before;
    }

    private long balance(String observer) {
        Answer account = town.get("/api/points/" + observer, observer);
        if (!account.isOk()) {
            throw new DemoFailure("The points of %s cannot be read: %s".formatted(observer, account.problem()));
        }
        return account.body().path("balance").asLong();
    }

    /** Who ended it: the last one to resolve or reject it. */
    private static String settler(JsonNode theCase) {
        String settler = "";
        for (JsonNode line : theCase.path("history")) {
            String verb = line.path("verb").asString("");
            if (verb.equals("resolve") || verb.equals("reject")) {
                settler = line.path("by").asString("");
            }
        }
        return settler;
    }

    private void compare(String what, @Nullable String expected, @Nullable String found) {
        if (!Objects.equals(expected, found)) {
            differences.add("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }
}
