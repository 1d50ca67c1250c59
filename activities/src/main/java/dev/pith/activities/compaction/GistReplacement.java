package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Gists;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.compaction.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * A staged gist that is to take the place of the one before. No context version knows of it.
 *
 * @param handle of the transaction that all of it happens in; it holds the conversation's row
 */
record GistReplacement(Handle handle, Compaction compaction, Summary summary) {

    /** Puts it beside the conversation, forgets what it was not made from, and asks for the flush of what was read. */
    Ending made() {
        if (summary.text().isBlank()) {
            String why = "nothing is said in it that a gist could tell";
            return new Ending(Outcome.NOTHING_TO_DO, null, compaction.tokensBefore(), why);
        }
        handle.attach(Conversations.class).setGist(compaction.conversation(), summary.id());
        handle.attach(Gists.class).forgetOthers(compaction.conversation());
        PostCommit postCommit = new PostCommit(handle, compaction);
        postCommit.askForFlush(RequestJson.spec(compaction));
        return postCommit.ending(summary, null, summary.tokens());
    }
}
