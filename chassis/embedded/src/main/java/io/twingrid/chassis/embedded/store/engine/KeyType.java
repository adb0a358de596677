package io.twingrid.chassis.embedded.store.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Key bytes in a map, in unsigned order. */
final class KeyType extends BasicDataType<byte[]> {

    static final KeyType INSTANCE = new KeyType();

    /** An array's header, its padding and the reference to it: what the heap pays beside the bytes. */
    private static final int OVERHEAD = 24;

    private KeyType() {}

    @Override
    public int getMemory(byte[] key) {
        return key.length + OVERHEAD;
    }

    @Override
    public void write(WriteBuffer out, byte[] key) {
        out.putVarInt(key.length).put(key);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        byte[] key = new byte[DataUtils.readVarInt(in)];
        in.get(key);
        return key;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }
}
