package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import java.util.List;

/**
 * Proves that no message is lost: the sources of the live summaries, the live messages and the abandoned ranges must
 * cover all messages exactly once.
 *
 * @param messages the number of messages
 * @param summarized the messages that live summaries cover
 * @param twice the number of surplus coverings of messages that are covered more than once
 * @param missing the messages that are not covered
 */
public record Coverage(long messages, Ranges summarized, Ranges live, Ranges abandoned, long twice, Ranges missing) {

    /** Returns whether every message is covered exactly once. */
    public boolean complete() {
        return twice == 0 && missing.isEmpty();
    }

    /** Reads the coverage of a context version. */
    public static Coverage of(Database database, Conversation conversation, ContextVersion version) {
        List<Ranges.Range> sources = version.summaries().isEmpty()
                ? List.of()
                : database.table(Summaries.class).messageRanges(version.summaries());
        Ranges summarized = new Ranges(sources);
        Ranges live = version.live(conversation.messages());
        Ranges all = summarized.plus(live).plus(version.abandoned());
        long placed = sources.stream().mapToLong(Ranges.Range::size).sum()
                + live.size()
                + version.abandoned().size();
        return new Coverage(
                conversation.messages(),
                summarized,
                live,
                version.abandoned(),
                placed - all.size(),
                Ranges.of(1, conversation.messages()).minus(all));
    }
}
