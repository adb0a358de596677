package io.twingrid.chassis.embedded.store.engine;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The value of a map that is used as a set: it takes no room on disk. */
enum Present {
    YES;

    static final BasicDataType<Present> TYPE = new BasicDataType<>() {
        @Override
        public int getMemory(Present value) {
            return 0;
        }

        @Override
        public void write(WriteBuffer out, Present value) {
            // That the key is there says everything.
        }

        @Override
        public Present read(ByteBuffer in) {
            return YES;
        }

        @Override
        public Present[] createStorage(int size) {
            return new Present[size];
        }
    };
}
