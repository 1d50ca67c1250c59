package dev.pith.activities.backfill;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.store.Glob;
import dev.pith.workflows.backfill.Moment;
import dev.pith.workflows.backfill.Selection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Selection} as SQL parameters.
 *
 * @param pattern a regular expression that the session id, the title or the project must match
 */
public record Selected(
        @Nullable String project,
        @Nullable String source,
        @Nullable Instant since,
        @Nullable Instant until,
        long idleSeconds,
        boolean subagents,
        @Nullable String pattern) {

    /** Of what is stored. */
    public static Selected ofStored(Selection selection) {
        return of(selection, selection.match() == null ? null : Glob.pattern(selection.match()));
    }

    /** Of conversations whose files were chosen by their paths already. */
    public static Selected ofFiles(Selection selection) {
        return of(selection, null);
    }

    /** Whether it would take one that was read from its source and is not stored. */
    public boolean takes(MemoryConversation read) {
        ConversationHeader header = read.header();
        Instant last = read.latest() == null ? Instant.now() : read.latest();
        return (subagents || header.subagentId() == null)
                && (source == null || source.equals(header.source()))
                && (since == null || !last.isBefore(since))
                && (until == null || last.isBefore(until))
                && (idleSeconds == 0 || !last.isAfter(Instant.now().minusSeconds(idleSeconds)))
                && (project == null || isWithin(read.project(), project));
    }

    private static boolean isWithin(@Nullable String folder, String project) {
        String above = project.endsWith("/") ? project : project + "/";
        return folder != null && (folder.equals(project) || folder.startsWith(above));
    }

    private static Selected of(Selection selection, @Nullable String pattern) {
        Instant now = Instant.now();
        return new Selected(
                selection.project(),
                selection.source(),
                asOf(selection.since(), now),
                asOf(selection.until(), now),
                selection.idleSeconds(),
                selection.subagents(),
                pattern);
    }

    private static @Nullable Instant asOf(@Nullable Moment moment, Instant now) {
        return moment == null ? null : moment.asOf(now);
    }
}
