package io.twingrid.notification.channel.robot;

import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Notice;
import java.net.URI;

/**
 * A notice as a group reads it. Texts hold words that people wrote, and robots read marks in them: what would be a link, a
 * heading or a call to everybody is written with the full-width form of the same character.
 *
 * @param title one line
 * @param text a sentence or two
 * @param link where to look, a URL
 */
record GroupText(String title, String text, String link) {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 150;
    private static final String MARKS = "<>[]()*_`#@~|\\";
    /** In Unicode the full-width forms lie this far above the ASCII ones. */
    private static final int TO_FULL_WIDTH = 0xFEE0;

    static GroupText of(Notice notice, Language language, URI origin) {
        return new GroupText(
                plain(notice.content().title().in(language), LONGEST_TITLE),
                plain(notice.content().text().in(language), LONGEST_TEXT),
                origin.resolve(notice.content().link()).toString());
    }

    private static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> plain.appendCodePoint(unmarked(point)));
        return text.codePointCount(0, text.length()) > longest
                ? plain.append('…').toString()
                : plain.toString();
    }

    private static int unmarked(int point) {
        if (Character.isISOControl(point)) {
            return ' ';
        }
        return MARKS.indexOf(point) >= 0 ? point + TO_FULL_WIDTH : point;
    }
}
