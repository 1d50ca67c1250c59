package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Gists;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.compaction.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Replaces a gist by a staged one. Context versions do not change.
 *
 * @param handle the transaction, which holds the lock on the conversation's row
 */
record GistReplacement(Handle handle, Compaction compaction, Summary summary) {

    /**
     * Sets the new gist, deletes older ones that are not its sources, and queues the memory flush of the messages read.
     */
    Ending made() {
        if (summary.text().isBlank()) {
            String why = "nothing is said in it that a gist could tell";
            return new Ending(Outcome.NOTHING_TO_DO, null, compaction.tokensBefore(), why);
        }
        handle.attach(Conversations.class).setGist(compaction.conversation(), summary.id());
        handle.attach(Gists.class).forgetOthers(compaction.conversation());
        PostCommit postCommit = new PostCommit(handle, compaction);
        postCommit.askForFlush(RequestJson.spec(compaction));
        return postCommit.ending(summary.degraded(), null, summary.tokens());
    }
}
