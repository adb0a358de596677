package io.twingrid.intake.api;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.web.util.HtmlUtils;

/** <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>. */
final class Rss {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private Rss() {}

    static String channel(String title, String link, List<ReportBody> reports) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            element(xml, "title", title);
            element(xml, "link", link);
            element(xml, "description", title);
            for (ReportBody report : reports) {
                item(xml, link, report);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, String link, ReportBody report) throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", report.number() + " " + report.category() + " " + report.status());
        element(xml, "link", link + "/" + report.id());
        element(xml, "guid", link + "/" + report.id());
        // Readers take a description for HTML; the words of a report are none.
        element(xml, "description", HtmlUtils.htmlEscape(report.description()));
        element(
                xml,
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ENGLISH)
                        .format(report.submittedAt().atZone(ZoneOffset.UTC)));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }
}
