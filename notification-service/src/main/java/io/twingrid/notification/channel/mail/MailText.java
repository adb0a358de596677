package io.twingrid.notification.channel.mail;

import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Notice;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says: one notice, or many in one. Texts hold words that people wrote, so they are escaped in HTML.
 *
 * @param subject one line
 * @param plain for readers without HTML
 * @param html the same
 */
record MailText(String subject, String plain, String html) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static MailText of(List<Notice> notices, Language language, URI origin, ZoneId zone) {
        List<Item> items = notices.stream()
                .map(notice -> Item.of(notice, language, origin, zone))
                .toList();
        String subject = items.size() == 1 ? items.getFirst().title() : many(items.size(), language);
        return new MailText(
                subject.replaceAll("\\p{Cntrl}", " "),
                items.stream().map(Item::plain).collect(Collectors.joining("\n\n")) + "\n",
                page(subject, language, items.stream().map(Item::html).collect(Collectors.joining("\n"))));
    }

    private static String many(int count, Language language) {
        return switch (language) {
            case ZH -> "双网：" + count + "条通知";
            case EN -> "TwinGrid: " + count + " notices";
        };
    }

    private static String page(String subject, Language language, String items) {
        String tag = language == Language.ZH ? "zh-CN" : "en";
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="UTF-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(tag, HtmlUtils.htmlEscape(subject), items);
    }

    private record Item(String title, String text, String link, String at) {
        static Item of(Notice notice, Language language, URI origin, ZoneId zone) {
            Content content = notice.content();
            return new Item(
                    content.title().in(language),
                    content.text().in(language),
                    origin.resolve(content.link()).toString(),
                    TIME.format(content.at().atZone(zone)));
        }

        String plain() {
            return String.join("\n", title, at, text, link);
        }

        String html() {
            return "<h3><a href=\"%s\">%s</a></h3>\n<p><small>%s</small><br>%s</p>"
                    .formatted(HtmlUtils.htmlEscape(link), HtmlUtils.htmlEscape(title), at, HtmlUtils.htmlEscape(text));
        }
    }
}
