package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.api.open311.Format.Answer;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Discovery, the list of services, and what is asked with each: the catalogue in GeoReport's words. */
@Component
final class ServiceList {
    /** The report's id in FixMyStreet; it sends a report again after a failure, and this tells that it is the same. */
    static final String FIXMYSTREET_ID = "fixmystreet_id";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Catalogue catalogue;
    private final Open311Settings settings;
    private final String publicUrl;

    ServiceList(Catalogue catalogue, Open311Settings settings, IntakeSettings intake) {
        this.publicUrl = intake.publicUrl();
        this.catalogue = catalogue;
        this.settings = settings;
    }

    Answer discovery() {
        ObjectNode discovery = NODES.objectNode()
                .put("changeset", settings.changeset())
                .put("contact", settings.contact())
                .put("key_service", settings.contact());
        ObjectNode endpoint = discovery
                .putArray("endpoints")
                .addObject()
                .put("specification", "http://wiki.open311.org/GeoReport_v2")
                .put("url", publicUrl + "/open311/v2")
                .put("changeset", settings.changeset())
                .put("type", settings.type());
        endpoint.putArray("formats").add("text/xml").add("application/json");
        return new Answer("discovery", discovery);
    }

    Answer services(Locale locale) {
        ArrayNode services = NODES.arrayNode();
        for (Category category : catalogue.all()) {
            services.addObject()
                    .put("service_code", category.code())
                    .put("service_name", word(category.name(), locale))
                    .put("description", word(category.name(), locale))
                    .put("metadata", true)
                    .put("type", "realtime")
                    .put("keywords", String.join(",", category.keywords()))
                    .put("group", category.group());
        }
        return new Answer("services", services);
    }

    Answer definition(String code, Locale locale) {
        Category category = required(code);
        ObjectNode definition = NODES.objectNode().put("service_code", category.code());
        ArrayNode attributes = definition.putArray("attributes");
        for (Category.Question question : category.questions()) {
            ObjectNode attribute = attribute(attributes, question.code(), datatype(question), question.required())
                    .put("description", word(question.label(), locale));
            ArrayNode values = attribute.putArray("values");
            if (question.values() != null) {
                question.values()
                        .forEach(value ->
                                values.addObject().put("key", value.code()).put("name", word(value.label(), locale)));
            }
        }
        attribute(attributes, FIXMYSTREET_ID, "string", false)
                .put("description", "FixMyStreet reference")
                .putArray("values");
        return new Answer("service_definition", definition);
    }

    private static ObjectNode attribute(ArrayNode attributes, String code, String datatype, boolean required) {
        int order = attributes.size() + 1;
        return attributes
                .addObject()
                .put("variable", true)
                .put("code", code)
                .put("datatype", datatype)
                .put("required", required)
                .putNull("datatype_description")
                .put("order", order);
    }

    private static String datatype(Category.Question question) {
        return switch (question.type()) {
            case "choice" -> "singlevaluelist";
            case "number" -> "number";
            default -> "string";
        };
    }

    /** The category of a service code; 404 if there is none. */
    Category required(String code) {
        return catalogue.find(code).orElseThrow(() -> Problem.notFound("service of this service_code")
                .asException());
    }

    /** The name of a service; its code if the catalogue does not have it any more. */
    String name(String code, Locale locale) {
        return catalogue
                .find(code)
                .map(category -> word(category.name(), locale))
                .orElse(code);
    }

    private static String word(Map<String, String> byLanguage, Locale locale) {
        String chinese = byLanguage.getOrDefault("zh", "");
        return locale.getLanguage().equals("zh") ? chinese : byLanguage.getOrDefault("en", chinese);
    }
}
