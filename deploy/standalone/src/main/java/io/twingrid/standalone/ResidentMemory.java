package io.twingrid.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much physical memory a process holds, as Linux tells it in {@code /proc/<pid>/status}. */
public final class ResidentMemory {

    private static final String LINE = "VmRSS:";
    private static final int KIB_PER_MIB = 1024;

    private ResidentMemory() {}

    /** MiB held by a process; empty on systems without {@code /proc}, and for a process that is gone. */
    public static OptionalLong ofProcess(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }
}
