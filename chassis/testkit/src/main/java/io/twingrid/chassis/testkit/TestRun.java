package io.twingrid.chassis.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The beginning and the end of every test run that has this kit on its class path; JUnit finds this class as a service.
 *
 * <p>At the beginning Awaitility learns to look at once and then often: by itself it looks a tenth of a second late, also at
 * what is already so. At the end, what the tests made on somebody else's broker and store is taken away again.
 */
public final class TestRun implements LauncherSessionListener {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Spaces.removeAll();
    }
}
