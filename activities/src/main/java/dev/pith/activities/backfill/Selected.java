package dev.pith.activities.backfill;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.store.Glob;
import dev.pith.workflows.backfill.Moment;
import dev.pith.workflows.backfill.Selection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Selection} as SQL parameters. Null components, 0 idle seconds and subagents = true select everything.
 *
 * @param since the earliest time of the last message, inclusive
 * @param until the latest time of the last message, exclusive
 * @param pattern a regular expression that the session id, the title or the project must match
 * @param except regular expressions of which none may match the session id, that of the calling session, the title or
 *     the project
 */
public record Selected(
        @Nullable String project,
        @Nullable String source,
        @Nullable Instant since,
        @Nullable Instant until,
        long idleSeconds,
        boolean subagents,
        @Nullable String pattern,
        List<String> except) {

    public Selected {
        except = List.copyOf(except);
    }

    /** Returns the parameters for stored conversations. */
    public static Selected ofStored(Selection selection) {
        return of(selection, selection.match() == null ? null : Glob.pattern(selection.match()));
    }

    /** Returns the parameters for conversations whose files were already selected by their paths. */
    public static Selected ofFiles(Selection selection) {
        return of(selection, null);
    }

    /**
     * Returns whether a conversation that was read from its source and is not stored would be selected. Ignores the
     * pattern and the exceptions.
     */
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
                pattern,
                selection.except().stream().map(Glob::pattern).toList());
    }

    private static @Nullable Instant asOf(@Nullable Moment moment, Instant now) {
        return moment == null ? null : moment.asOf(now);
    }
}
