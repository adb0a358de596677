package io.twingrid.escalation.channel;

import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.forward.Letter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words for people, in Chinese and English.
 *
 * @param zone whose clock on the wall its times are
 * @param publicUrl where people reach the town in their browsers, or null
 */
public record LetterText(ZoneId zone, @Nullable String publicUrl) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String subject(Letter letter) {
        Report report = letter.report();
        String kind = letter.isReminder() ? "催办 Reminder" : "派发 Dispatched";
        return "[%s] %s %s".formatted(kind, report.number(), report.category());
    }

    String body(Letter letter) {
        Report report = letter.report();
        List<String> lines = new ArrayList<>();
        lines.add("编号 Number: " + report.number());
        lines.add("类别 Category: " + report.category());
        lines.add("优先级 Priority: " + report.priority());
        lines.add("描述 Description: " + report.description());
        if (report.address() != null) {
            lines.add("地址 Address: " + report.address());
        }
        lines.add("位置 Location (WGS-84): " + report.location().lat() + ", "
                + report.location().lon());
        if (letter.dueBy() != null) {
            lines.add("办结时限 Due by: " + TIME.format(letter.dueBy().atZone(zone)));
        }
        if (letter.isReminder()) {
            lines.add("尚未收到回应，请尽快接单。 Nobody has answered yet; please accept it.");
        }
        if (publicUrl != null) {
            lines.add("案件 Case: " + publicUrl + "/api/escalations/" + letter.reportId());
        }
        return String.join("\n", lines) + "\n";
    }
}
