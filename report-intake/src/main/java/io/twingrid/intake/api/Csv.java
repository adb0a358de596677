package io.twingrid.intake.api;

import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Rows by RFC 4180, safe to be opened in a spreadsheet: no text begins as a formula would. */
final class Csv {
    private static final String FORMULA = "=+-@\t\r";
    private static final CSVFormat ROWS =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

    private Csv() {}

    static String row(List<? extends @Nullable Object> cells) {
        return ROWS.format(cells.stream().map(Csv::safe).toArray()) + "\r\n";
    }

    private static @Nullable Object safe(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = value.toString();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
