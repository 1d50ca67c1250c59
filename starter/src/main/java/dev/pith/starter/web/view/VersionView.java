package dev.pith.starter.web.view;

import dev.pith.activities.conversation.ContextVersion;
import java.util.List;

/**
 * A context version.
 *
 * @param cause what made it, such as import, compaction or undo
 * @param compactedThrough the last message that its summaries stand for; 0 without any
 * @param summaries the ids of its live summaries, in order
 * @param abandoned ranges of messages that are in no context, in words; empty without any
 * @param pruned ranges of messages whose long results of tools are shortened, in words; empty without any
 */
public record VersionView(
        int version, String cause, long compactedThrough, List<String> summaries, String abandoned, String pruned) {

    /** Returns a version. */
    public static VersionView of(ContextVersion one) {
        return new VersionView(
                one.version(),
                one.cause(),
                one.compactedThrough(),
                one.summaries(),
                one.abandoned().toString(),
                one.pruned().toString());
    }
}
