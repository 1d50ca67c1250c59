package dev.pith.activities.workstate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a command.
 *
 * @param command the command as written, shortened
 * @param acts its actions, from {@link CommandFingerprint}; empty if it is read-only
 * @param seq number of the message that ran it
 * @param failure its failure message; null after success
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
     * Whether the later success of another command resolves this failure: it performed this command's last action, or
     * the same action on a larger selection, or all tests.
     */
    public boolean isClearedBy(CommandRun later) {
        if (acts.isEmpty() || !failed() || later.failed() || later.seq < seq) {
            return false;
        }
        String decisive = acts.get(acts.size() - 1);
        return later.acts.stream()
                .anyMatch(act ->
                        decisive.equals(act) || decisive.startsWith(act + " -") || TestSelection.covers(act, decisive));
    }
}
