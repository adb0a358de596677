package io.twingrid.chassis.embedded.store.engine;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/** Documents as bytes and back, with the library's own codec. */
public final class Bson {

    private static final int USUAL_SIZE = 1024;
    private static final int BSON_OBJECT_TOO_LARGE = 10334;

    private Bson() {}

    /**
     * A document's bytes.
     *
     * @throws MongoServerError when there are more than the 16 MiB that MongoDB allows
     */
    public static byte[] encode(Document document) {
        ByteBuf out = Unpooled.buffer(USUAL_SIZE);
        BsonEncoder.encodeDocument(document, out);
        if (out.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    BSON_OBJECT_TOO_LARGE,
                    "BSONObjectTooLarge",
                    "BSONObj size: " + out.readableBytes() + " is invalid");
        }
        byte[] bson = new byte[out.readableBytes()];
        out.readBytes(bson);
        return bson;
    }

    public static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    public static Document decode(ByteBuffer bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }
}
