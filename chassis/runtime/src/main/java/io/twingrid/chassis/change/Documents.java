package io.twingrid.chassis.change;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Records as BSON documents, by the driver's own record codec: a component is a field of its name, a null component has
 * no field, an {@link java.time.Instant} is a date (milliseconds). The codec reads public records only.
 */
public final class Documents {
    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();

    private Documents() {}

    public static <R extends Record> BsonDocument write(R value) {
        BsonDocument document = new BsonDocument();
        @SuppressWarnings("unchecked") // getClass() of an R is a Class<R>: records are final
        Class<R> type = (Class<R>) value.getClass();
        CODECS.get(type)
                .encode(
                        new BsonDocumentWriter(document),
                        value,
                        EncoderContext.builder().build());
        return document;
    }

    /**
     * The record in a document.
     *
     * @throws org.bson.codecs.configuration.CodecConfigurationException if the document does not make a {@code type}
     */
    public static <R extends Record> R read(BsonDocument document, Class<R> type) {
        return CODECS.get(type)
                .decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build());
    }
}
