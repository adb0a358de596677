package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class StatementTest {
    @Test
    void anEntryIsALineOfTheTable() {
        LedgerEntry entry = new LedgerEntry(
                "observer-1",
                1,
                20,
                20,
                0,
                Cause.adjusted("a-1"),
                Instant.parse("2026-11-22T16:00:00Z"),
                Award.of("adjustment", 20),
                About.decision("points", "=HYPERLINK(\"http://evil\"), 谢谢"),
                Account.NO_SEAL);

        List<String> lines = new Statement(ZoneId.of("Asia/Shanghai"))
                .of(Flux.just(entry))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(lines.getFirst()).startsWith("\uFEFFseq,time,amount,").endsWith("\r\n");
        assertThat(lines.getLast())
                .isEqualTo("1,2026-11-23 00:00:00,20,20,0,adjusted:a-1,adjustment 20,"
                        + "\"'=HYPERLINK(\"\"http://evil\"\"), 谢谢\",points," + entry.seal() + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aTextThatASpreadsheetWouldRunIsLedByAnApostrophe(String text) {
        assertThat(Statement.text(text)).isEqualTo("'" + text);
    }
}
