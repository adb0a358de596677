package io.twingrid.points.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.points.domain.Award.Part;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry's hash. Its canonical form is one line a field in a fixed order, {@code name:length:value}, with the length in
 * characters, times in milliseconds since 1970, and no line for what is absent; two entries have one form only if they are equal.
 */
final class Seal {
    private final StringBuilder form = new StringBuilder(512);

    private Seal() {}

    static String of(LedgerEntry entry) {
        return HexFormat.of().formatHex(sha256().digest(formOf(entry).getBytes(UTF_8)));
    }

    static String formOf(LedgerEntry entry) {
        Seal seal = new Seal();
        seal.line("observer", entry.observer());
        seal.line("seq", entry.seq());
        seal.line("amount", entry.amount());
        seal.line("balance", entry.balance());
        seal.line("owed", entry.owed());
        seal.line("cause", entry.cause().text());
        seal.line("at", entry.at().toEpochMilli());
        for (Part part : entry.award().parts()) {
            seal.line("rule", part.rule());
            seal.line("points", part.points());
            seal.line("of", part.of());
        }
        seal.about(entry.about());
        seal.line("previous", entry.previous());
        return seal.form.toString();
    }

    private void about(About about) {
        line("reportId", about.reportId());
        line("rewardId", about.rewardId());
        line("corrects", about.corrects());
        line("by", about.by());
        line("reason", about.reason());
        line("month", about.month());
        line("category", about.category());
        line("area", about.area());
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            String text = value.toString();
            form.append(name)
                    .append(':')
                    .append(text.length())
                    .append(':')
                    .append(text)
                    .append('\n');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
