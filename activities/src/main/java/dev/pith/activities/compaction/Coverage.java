package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import java.util.List;

/**
 * The proof that nothing is lost: what the live summaries were made from, the live messages and the abandoned ranges.
 *
 * @param messages how many the conversation has
 * @param summarized what the live summaries stand for
 * @param twice how many messages stand in more than one of the three, or in one of them twice
 * @param missing messages that stand nowhere
 */
public record Coverage(long messages, Ranges summarized, Ranges live, Ranges abandoned, long twice, Ranges missing) {

    /** Every message stands in exactly one place. */
    public boolean complete() {
        return twice == 0 && missing.isEmpty();
    }

    /** Of a context version. */
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
