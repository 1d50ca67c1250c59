package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.gateway.Attempt;
import dev.pith.workflows.flush.FlushTask;
import java.util.List;
import java.util.stream.Stream;

/** Extracts memories from a range of messages. Implementations are thread-safe. */
public interface Extractor {

    /**
     * Reads a range once and tells what was found, in the order of the conversation, without secrets.
     *
     * @param messages of the task's range, in order, without abandoned ones
     * @throws dev.pith.activities.gateway.ModelCallException where a model has no answer
     * @throws dev.pith.activities.compaction.UnfitReplyException where its reply is not fit: the next step is due
     */
    List<ExtractedMemory> extract(
            FlushTask task, Conversation conversation, Stream<StoredMessage> messages, Attempt attempt);
}
