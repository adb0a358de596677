package io.twingrid.chassis.embedded.store.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The value of a map that is used as a set: it takes no room on disk, and next to none in memory. */
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

        /** Every page's values are the same, so the pages share them. */
        @Override
        public Present[] createStorage(int size) {
            return size <= OF_A_PAGE.length ? OF_A_PAGE : filled(size);
        }
    };

    private static final int MOST_OF_A_PAGE = 64;
    private static final Present[] OF_A_PAGE = filled(MOST_OF_A_PAGE);

    private static Present[] filled(int size) {
        Present[] values = new Present[size];
        Arrays.fill(values, YES);
        return values;
    }
}
