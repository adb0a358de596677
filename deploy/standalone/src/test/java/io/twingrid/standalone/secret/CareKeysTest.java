package io.twingrid.standalone.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareKeysTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        String first = CareKeys.in(folder);

        assertThat(CareKeys.in(folder)).as("after a restart").isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.substring("first:".length())))
                .hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("care/keys")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void twoTownsHaveTwoKeys() {
        assertThat(CareKeys.in(folder.resolve("a"))).isNotEqualTo(CareKeys.in(folder.resolve("b")));
    }

    @Test
    void whatTheOperatorHasWrittenIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("care"));
        Files.writeString(folder.resolve("care/keys"), "new:k2,first:k1\n");

        assertThat(CareKeys.in(folder)).isEqualTo("new:k2,first:k1");
    }
}
