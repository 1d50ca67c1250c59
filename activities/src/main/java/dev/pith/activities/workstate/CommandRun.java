package dev.pith.activities.workstate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a command.
 *
 * @param command as it was written, shortened
 * @param acts what it does, in the words of {@link CommandFingerprint}; none where it only looks around
 * @param seq the message that ran it
 * @param failure what it said when it failed; null after a success
 */
public record CommandRun(
        String command,
        List<String> acts,
        long seq,
        @Nullable String failure) {

    public CommandRun {
        acts = List.copyOf(acts);
    }

    boolean failed() {
        return failure != null;
    }

    /**
     * Whether the later success of another command says that this failure is over: it did what this one did last, or more
     * of the same.
     */
    public boolean isClearedBy(CommandRun later) {
        if (acts.isEmpty() || !failed() || later.failed() || later.seq < seq) {
            return false;
        }
        String decisive = acts.get(acts.size() - 1);
        return later.acts.stream().anyMatch(act -> decisive.equals(act) || decisive.startsWith(act + " -"));
    }
}
