package io.twingrid.points.api;

import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.LedgerEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** An account as a table for a spreadsheet: <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>. */
final class Statement {
    static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** Without it spreadsheets take UTF-8 for the machine's own code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat RFC_4180 = CSVFormat.RFC4180;
    private static final String LINE_END = "\r\n";

    private final DateTimeFormatter time;

    /** @param zone in which times are written */
    Statement(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    /** The header's line and one line an entry, as they come. */
    Flux<String> of(Flux<LedgerEntry> entries) {
        return Flux.concat(Flux.just(BYTE_ORDER_MARK + header()), entries.map(this::line));
    }

    private static String header() {
        return RFC_4180.format("seq", "time", "amount", "balance", "owed", "cause", "rules", "reason", "by", "hash")
                + LINE_END;
    }

    private String line(LedgerEntry entry) {
        return RFC_4180.format(
                        entry.seq(),
                        time.format(entry.at()),
                        entry.amount(),
                        entry.balance(),
                        entry.owed(),
                        text(entry.cause().text()),
                        text(entry.award().parts().stream().map(Statement::part).collect(Collectors.joining("; "))),
                        text(entry.about().reason()),
                        text(entry.about().by()),
                        entry.seal())
                + LINE_END;
    }

    private static String part(Part part) {
        return part.rule() + " " + part.points() + (part.of() == null ? "" : " of " + part.of());
    }

    /** A text that begins like a formula would be run by the reader's spreadsheet (OWASP, CSV injection). */
    static @Nullable String text(@Nullable String value) {
        return value != null && !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
