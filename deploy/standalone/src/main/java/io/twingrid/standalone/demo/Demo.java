package io.twingrid.standalone.demo;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.standalone.Announcement;
import io.twingrid.standalone.ResidentMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Plays all cases against a running town and shows each step; ends with who settled what, and with the town's figures.
 * Exit code 1 if anything is not as the cases say. It compares balances as differences, so it can be played again.
 */
public final class Demo {

    private final DemoSettings settings;
    private final TownClient town;
    private final Screen screen;
    private final Map<String, LiveStream> streams = new HashMap<>();

    private Demo(DemoSettings settings, TownClient town, Screen screen) {
        this.settings = settings;
        this.town = town;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Screen screen = new Screen(System.out);
        boolean asExpected;
        try {
            DemoSettings settings = DemoSettings.from(System.getenv());
            try (TownClient town = new TownClient(settings)) {
                asExpected = new Demo(settings, town, screen).play();
            }
        } catch (DemoFailure | BadFileException e) {
            System.err.println(e.getMessage());
            asExpected = false;
        }
        System.exit(asExpected ? 0 : 1);
    }

    private boolean play() {
        List<Sample> samples = Sample.readAll(settings.samples());
        samples.stream()
                .flatMap(sample -> sample.listeners().stream())
                .distinct()
                .forEach(who -> streams.put(who, LiveStream.open(town, who)));
        screen.line("Playing %s against %s; %d people listen."
                .formatted(settings.samples(), settings.gateway(), streams.size()));

        List<Played> shown = samples.stream()
                .filter(sample -> sample.times() == null)
                .map(sample -> play(sample, screen))
                .toList();
        screen.table(shown);
        List<Played> all = new ArrayList<>(shown);
        for (Sample sample : samples) {
            if (sample.times() != null) {
                all.addAll(measure(sample, sample.times()));
            }
        }
        figures();
        return all.stream().allMatch(Played::isAsExpected);
    }

    private Played play(Sample sample, Screen on) {
        return new Play(sample, town, streams, on, settings.patience()).play();
    }

    private List<Played> measure(Sample sample, int times) {
        List<Played> plays = IntStream.range(0, times)
                .mapToObj(i -> play(sample, Screen.dark()))
                .toList();
        List<Duration> sorted = plays.stream().map(Played::toStream).sorted().toList();
        screen.line("%s: median %d ms, longest %d ms (%d reports, one after the other)"
                .formatted(
                        sample.title(),
                        sorted.get(times / 2).toMillis(),
                        sorted.getLast().toMillis(),
                        times));
        plays.stream()
                .flatMap(played -> played.differences().stream())
                .distinct()
                .forEach(what -> screen.line("DIFFERENT, %s: %s".formatted(sample.title(), what)));
        return plays;
    }

    private void figures() {
        Announcement standalone = settings.town();
        if (standalone == null) {
            return;
        }
        screen.line("The town was ready after %.1f s."
                .formatted(standalone.readyAfter().toMillis() / 1000.0));
        OptionalLong memory = ResidentMemory.ofProcess(standalone.pid());
        memory.ifPresent(mib -> screen.line("It holds %d MB of memory now.".formatted(mib)));
    }
}
