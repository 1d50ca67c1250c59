package dev.pith.benchmarks.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session cut in two.
 *
 * @param name of the log, and of the cut where there are several
 * @param head what stands before the cut, as a log
 * @param before what happened before the cut
 * @param after what happened after it, up to the next compaction
 * @param summary what the program wrote in place of the head; null where the session was not compacted
 * @param branch the branch that the log's records named last; null where they name none
 */
record Cut(
        String name,
        String format,
        String head,
        List<Event> before,
        List<Event> after,
        @Nullable String summary,
        @Nullable String branch) {

    Cut {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
