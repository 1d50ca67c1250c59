package dev.pith.activities.planning;

import java.util.function.LongFunction;

/** Finds the sizes of the messages from a given one on. */
public interface SizesFrom {

    /** Returns the sizes as the messages stand in the context, where long results of tools may be shortened. */
    LiveSizes inContext(long from);

    /** Returns the sizes as the messages were written, which is what summarizers read. */
    LiveSizes asWritten(long from);

    /** Returns sizes of messages of which none is shortened. */
    static SizesFrom unpruned(LongFunction<LiveSizes> sizes) {
        return new SizesFrom() {
            @Override
            public LiveSizes inContext(long from) {
                return sizes.apply(from);
            }

            @Override
            public LiveSizes asWritten(long from) {
                return sizes.apply(from);
            }
        };
    }
}
