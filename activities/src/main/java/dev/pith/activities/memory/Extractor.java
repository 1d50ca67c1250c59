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
     * Returns the memories of a range in the order of the conversation, redacted. Consumes the messages once.
     *
     * @param messages the messages of the task's range in order, without abandoned ones
     * @throws dev.pith.activities.gateway.ModelCallException if the model call failed
     * @throws dev.pith.activities.gateway.UnfitReplyException if the model's reply is not fit; the next step of the
     *     ladder is due
     */
    List<ExtractedMemory> extract(
            FlushTask task, Conversation conversation, Stream<StoredMessage> messages, Attempt attempt);
}
