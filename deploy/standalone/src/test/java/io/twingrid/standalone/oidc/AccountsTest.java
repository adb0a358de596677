package io.twingrid.standalone.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void aPasswordWithoutItsEncodingIsRefusedAndNotPrinted() {
        assertThatThrownBy(() -> read("accounts:\n  - {id: a, password: secret, roles: [observer]}"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("password of a")
                .hasMessageNotContaining("secret");
    }

    @Test
    void twoAccountsWithOneIdAreRefused() {
        assertThatThrownBy(() -> read("""
                                accounts:
                                  - {id: a, password: '{noop}x', roles: [observer]}
                                  - {id: a, password: '{noop}y', roles: [observer]}
                                """)).isInstanceOf(BadFileException.class).hasMessageContaining("the same id");
    }

    @Test
    void anUnknownAccountIsNotFound() throws IOException {
        assertThat(read("accounts: []").find("a")).isEmpty();
    }

    private Accounts read(String text) throws IOException {
        return Accounts.read(Files.writeString(folder.resolve("accounts.yaml"), text));
    }
}
