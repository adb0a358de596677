package io.twingrid.chassis.embedded.store.engine;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.WriteBuffer;

/**
 * The file of the maps' pages. All pages of a checkpoint are collected in one buffer, which takes some twenty mebibytes under
 * load. The library's grows to that in ten steps and is thrown away each time, which costs the collector as much as the pages
 * themselves; ours begins with the size that would have done last time, and is kept while nobody else wants the memory.
 */
final class PageFile extends SingleFileStore {

    private static final int MIB = 1 << 20;

    private int bufferBytes = MIB;
    private SoftReference<WriteBuffer> kept = new SoftReference<>(null);

    PageFile(int cacheMebibytes) {
        super(Map.of("cacheSize", cacheMebibytes));
    }

    @Override
    public synchronized WriteBuffer getWriteBuffer() {
        WriteBuffer buffer = kept.get();
        kept.clear();
        return buffer == null ? new WriteBuffer(bufferBytes) : buffer.clear();
    }

    @Override
    public synchronized void releaseWriteBuffer(WriteBuffer buffer) {
        int used = buffer.limit();
        if (used <= bufferBytes) {
            kept = new SoftReference<>(buffer);
        } else {
            bufferBytes = used + used / 4; // it had to grow, and would begin as small as before
        }
    }

    /** In portions: the system's call copies what it is given to memory outside the heap, and keeps that for the next time. */
    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        int from = source.position();
        int length = source.remaining();
        for (int done = 0; done < length; done += MIB) {
            // A slice, because readers look into this buffer until it is written.
            super.writeFully(chunk, position + done, source.slice(from + done, Math.min(MIB, length - done)));
        }
    }
}
