package io.twingrid.chassis.embedded.store.key;

/**
 * First byte of every encoded value: the rank of its type.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">BSON comparison order</a>
 */
final class TypeOrder {

    /** Ends an array, an object, a string; lower than the first byte of any value. */
    static final int END = 0x00;

    static final int MIN_KEY = 0x08;
    static final int EMPTY_ARRAY_ENTRY = 0x10;
    static final int NULL = 0x18;
    static final int NUMBER = 0x20;
    static final int STRING = 0x28;
    static final int OBJECT = 0x30;
    static final int ARRAY = 0x38;
    static final int BINARY = 0x40;
    static final int OBJECT_ID = 0x48;
    static final int BOOLEAN = 0x50;
    static final int DATE = 0x58;
    static final int TIMESTAMP = 0x60;
    static final int REGULAR_EXPRESSION = 0x68;
    static final int JAVASCRIPT = 0x70;
    static final int MAX_KEY = 0x78;

    private TypeOrder() {}
}
