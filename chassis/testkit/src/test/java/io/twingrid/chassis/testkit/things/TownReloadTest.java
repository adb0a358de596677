package io.twingrid.chassis.testkit.things;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.ServiceSettings;
import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** Whatever file a service makes a {@link TownSource} bean of is read again while the service runs. */
class TownReloadTest {
    private static final String FILE = "greeting.yaml";

    @TempDir
    static Path town = Path.of(".");

    private static @Nullable RunningService service;

    record Greeting(String word) {
        Greeting {
            requireNonNull(word, "word is missing");
        }
    }

    /** Not a configuration that the other services of this package would find. */
    static class Greetings {
        final AtomicInteger reads = new AtomicInteger();

        @Bean
        TownSource<Greeting> greeting(ServiceSettings settings) {
            return new TownSource<>(settings.town(), FILE, folder -> {
                reads.incrementAndGet();
                Greeting read = TownFile.read(folder.resolve(FILE), Greeting.class);
                if (read.word().isBlank()) {
                    throw new IllegalStateException("a reason that no reader should have");
                }
                return read;
            });
        }
    }

    @BeforeAll
    static void start() throws IOException {
        write("word: hello");
        service = RunningService.start(
                ThingService.application().sources(Greetings.class), "TWINGRID_TOWN=" + town, "TOWN_RELOAD=20ms");
    }

    @AfterAll
    static void stop() {
        requireNonNull(service).close();
    }

    @Test
    void aNewFileCountsWithinMomentsAndABadOneNeitherCountsNorStopsTheLooking() throws IOException {
        assertThat(word()).isEqualTo("hello");
        write("word: good evening");
        awaitWord("good evening");

        for (String bad : new String[] {"work: hard", "word: ''"}) {
            AtomicInteger reads = requireNonNull(service).bean(Greetings.class).reads;
            int before = reads.get();
            write(bad);
            Awaitility.await(bad + " is read").until(() -> reads.get() > before);
            assertThat(word()).isEqualTo("good evening");
        }

        write("word: good night");
        awaitWord("good night");
    }

    private static void awaitWord(String word) {
        Awaitility.await(word).atMost(Duration.ofSeconds(10)).until(TownReloadTest::word, word::equals);
    }

    private static String word() {
        return ((Greeting) requireNonNull(service).bean(TownSource.class).get()).word();
    }

    private static void write(String text) throws IOException {
        Files.writeString(town.resolve(FILE), text);
    }
}
