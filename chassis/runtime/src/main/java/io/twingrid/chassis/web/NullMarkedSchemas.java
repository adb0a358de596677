package io.twingrid.chassis.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says in OpenAPI what records say in Java: a component of a record in null-marked code (JSpecify) is always there unless
 * it is {@code @Nullable}. A number or a switch may be left out of a request all the same; an answer always has it.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signatures are raw
final class NullMarkedSchemas implements ModelConverter, OpenApiCustomizer {
    private static final String REF = "#/components/schemas/";

    /** Names of primitive components, by the name of their schema. */
    private final Map<String, List<String>> primitives = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.isRecordType() && isNullMarked(java.getRawClass())) {
            String name = nameOf(schema);
            Schema<?> defined =
                    name == null ? schema : context.getDefinedModels().get(name);
            if (defined != null && defined.getProperties() != null) {
                require(defined, components(java, false));
                primitives.put(Objects.requireNonNullElse(name, ""), components(java, true));
            }
        }
        return schema;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> asked = new HashSet<>();
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> follow(schema, schemas, asked));
        schemas.forEach((name, schema) -> {
            if (!asked.contains(name)) {
                require(schema, primitives.getOrDefault(name, List.of()));
            }
        });
    }

    /** Gathers the names of all schemas that a schema is made of. */
    private static void follow(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        String name = nameOf(schema);
        if (name != null && found.add(name)) {
            follow(schemas.get(name), schemas, found);
        }
        follow(schema.getItems(), schemas, found);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            follow(values, schemas, found);
        }
        for (List<Schema> parts : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (parts != null) {
                parts.forEach(part -> follow(part, schemas, found));
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> follow(property, schemas, found));
        }
    }

    private static void require(Schema<?> schema, List<String> names) {
        for (String name : names) {
            boolean isThere =
                    schema.getProperties() != null && schema.getProperties().containsKey(name);
            boolean isKnown =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            if (isThere && !isKnown) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static List<String> components(JavaType type, boolean primitive) {
        return Arrays.stream(type.getRawClass().getRecordComponents())
                .filter(component -> component.getType().isPrimitive() == primitive)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isNullMarked(Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static @Nullable String nameOf(Schema<?> schema) {
        String ref = schema.get$ref();
        return ref == null || !ref.startsWith(REF) ? null : ref.substring(REF.length());
    }
}
