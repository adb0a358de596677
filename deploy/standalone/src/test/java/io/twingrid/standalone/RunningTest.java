package io.twingrid.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final Running running = new Running();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void theGroundGoesLast() {
        running.ground(() -> closed.add("broker"));
        running.application(() -> closed.add("service"));
        running.ground(() -> closed.add("store"));
        running.close();
        assertThat(closed).hasSize(3).startsWith("service");
    }

    @Test
    void applicationsCloseSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        AutoCloseable waitsForTheOther = () -> {
            both.countDown();
            if (both.await(10, TimeUnit.SECONDS)) {
                closed.add("together");
            }
        };
        running.application(waitsForTheOther);
        running.application(waitsForTheOther);
        running.close();
        assertThat(closed).containsExactly("together", "together");
    }

    @Test
    void oneThatFailsToCloseKeepsNobodyElseOpen() {
        running.application(() -> {
            throw new IllegalStateException("stuck");
        });
        running.ground(() -> closed.add("broker"));
        running.close();
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void whatComesAfterTheEndIsClosedAtOnce() {
        running.close();
        assertThatThrownBy(() -> running.application(() -> closed.add("late"))).isInstanceOf(StartFailure.class);
        assertThat(closed).containsExactly("late");
    }
}
