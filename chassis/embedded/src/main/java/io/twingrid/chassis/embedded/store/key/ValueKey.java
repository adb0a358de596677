package io.twingrid.chassis.embedded.store.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One BSON value as bytes: the rank of its type, then its value. Two values compare as their bytes do, equal values (1,
 * 1L and 1.0) have equal bytes, and no value's bytes are the beginning of another's, so that values can stand one after
 * the other in a compound key.
 */
public final class ValueKey {

    private static final int SUBTYPE_GENERIC = 0x00;
    private static final int SUBTYPE_LEGACY_UUID = 0x03;
    private static final int SUBTYPE_UUID = 0x04;
    private static final int ESCAPE = 0x01;

    private ValueKey() {}

    public static byte[] of(@Nullable Object value) {
        KeyBuffer out = new KeyBuffer();
        encode(out, value);
        return out.toBytes();
    }

    /** Appends a value, with its order turned around for a descending field. */
    public static void encode(KeyBuffer out, @Nullable Object value, boolean ascending) {
        int start = out.length();
        encode(out, value);
        if (!ascending) {
            out.complementSince(start);
        }
    }

    /** Appends what stands in an index for an array without elements: lower than null, higher than the lowest key. */
    public static void encodeEmptyArray(KeyBuffer out, boolean ascending) {
        int start = out.length();
        out.putByte(TypeOrder.EMPTY_ARRAY_ENTRY);
        if (!ascending) {
            out.complementSince(start);
        }
    }

    private static void encode(KeyBuffer out, @Nullable Object value) {
        int type = typeOf(value);
        out.putByte(type);
        encodePayload(out, value);
    }

    static int typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> TypeOrder.NULL;
            case Missing missing -> TypeOrder.NULL;
            case Number number -> TypeOrder.NUMBER;
            case String string -> TypeOrder.STRING;
            case Map<?, ?> object -> TypeOrder.OBJECT;
            case Collection<?> array -> TypeOrder.ARRAY;
            case ObjectId id -> TypeOrder.OBJECT_ID;
            case Instant date -> TypeOrder.DATE;
            case Boolean flag -> TypeOrder.BOOLEAN;
            case BinData binary -> TypeOrder.BINARY;
            case UUID uuid -> TypeOrder.BINARY;
            case LegacyUUID uuid -> TypeOrder.BINARY;
            case BsonTimestamp timestamp -> TypeOrder.TIMESTAMP;
            case BsonRegularExpression expression -> TypeOrder.REGULAR_EXPRESSION;
            case BsonJavaScript script -> TypeOrder.JAVASCRIPT;
            case MinKey min -> TypeOrder.MIN_KEY;
            case MaxKey max -> TypeOrder.MAX_KEY;
            default -> throw new IllegalArgumentException("no BSON value: " + value.getClass());
        };
    }

    private static void encodePayload(KeyBuffer out, @Nullable Object value) {
        switch (value) {
            case Number number -> NumberKey.encode(out, number);
            case String string -> text(out, string);
            case Map<?, ?> object -> object(out, object);
            case Collection<?> array -> array(out, array);
            case ObjectId id -> out.put(id.toByteArray());
            case Instant date -> out.putLong(date.toEpochMilli() ^ Long.MIN_VALUE);
            case Boolean flag -> out.putByte(flag ? 1 : 0);
            case BinData binary -> binary(out, SUBTYPE_GENERIC, binary.getData());
            case UUID uuid -> uuid(out, SUBTYPE_UUID, uuid);
            case LegacyUUID uuid -> uuid(out, SUBTYPE_LEGACY_UUID, uuid.getUuid());
            case BsonTimestamp timestamp -> out.putLong(timestamp.getValue());
            case BsonRegularExpression expression -> {
                text(out, expression.getPattern());
                text(out, expression.getOptions() == null ? "" : expression.getOptions());
            }
            case BsonJavaScript script -> text(out, script.getCode());
            case null -> {
                // The type says everything, as it does for the lowest and the highest key.
            }
            default -> {
                // The same.
            }
        }
    }

    private static void text(KeyBuffer out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : utf8) {
            // The two lowest bytes are written as two, so that the end can be the lowest of all.
            if (b == TypeOrder.END || b == ESCAPE) {
                out.putByte(ESCAPE).putByte(b + 1);
            } else {
                out.putByte(b);
            }
        }
        out.putByte(TypeOrder.END);
    }

    /** MongoDB compares field by field: the type of the value, the name, the value. */
    private static void object(KeyBuffer out, Map<?, ?> object) {
        for (Map.Entry<?, ?> field : object.entrySet()) {
            out.putByte(typeOf(field.getValue()));
            text(out, String.valueOf(field.getKey()));
            encodePayload(out, field.getValue());
        }
        out.putByte(TypeOrder.END);
    }

    private static void array(KeyBuffer out, Collection<?> array) {
        for (Object element : array) {
            encode(out, element);
        }
        out.putByte(TypeOrder.END);
    }

    private static void binary(KeyBuffer out, int subtype, byte[] data) {
        out.putInt(data.length).putByte(subtype).put(data);
    }

    private static void uuid(KeyBuffer out, int subtype, UUID uuid) {
        out.putInt(2 * Long.BYTES)
                .putByte(subtype)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits());
    }
}
