package dev.pith.activities.summarizing;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended when it last ran.
 *
 * @param command as it was written, shortened
 * @param acts what it does, in the words of {@link Sameness}
 * @param seq the message that ran it
 * @param failure what it said when it failed; null after a success
 */
record Run(
        String command,
        Set<String> acts,
        long seq,
        @Nullable String failure) {

    boolean failed() {
        return failure != null;
    }

    /** Whether the later success of another command says that this failure is over. */
    boolean isClearedBy(Run later) {
        return failed() && !later.failed() && later.seq >= seq && !Collections.disjoint(acts, later.acts);
    }
}
