package io.twingrid.intake.api.open311;

import io.twingrid.intake.api.XmlText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/**
 * JSON as XML by the Spark convention, which GeoReport names: an array is an element whose children have its name in the
 * singular, null is an empty element. No attributes, no namespaces.
 */
final class SparkXml {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final Map<String, String> SINGULAR = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "service_request_updates", "request_update",
            "endpoints", "endpoint",
            "formats", "format",
            "errors", "error");

    private SparkXml() {}

    static byte[] write(String root, JsonNode tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            element(xml, root, tree);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        xml.writeStartElement(name);
        if (node.isArray()) {
            String singular = SINGULAR.getOrDefault(name, name);
            for (JsonNode item : node) {
                element(xml, singular, item);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                element(xml, field.getKey(), field.getValue());
            }
        } else if (!node.isNull()) {
            xml.writeCharacters(XmlText.of(node.asString()));
        }
        xml.writeEndElement();
    }
}
