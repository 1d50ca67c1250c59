package dev.pith.activities.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Takes conversations as an importer reads them. Messages come in the order of the source; a header may come again to go
 * on with a conversation begun earlier. Not thread-safe.
 */
public interface ConversationSink {

    /** What follows belongs to this conversation. */
    void conversation(ConversationHeader header);

    /** The next message of the current conversation. */
    void message(NewMessage message);

    /**
     * Messages of the current conversation are left behind, as by a rewind: the source took them back. A sink that reads
     * messages on the way has read them already, and may ignore it.
     *
     * @param from the first of them, counted from 1 among the messages sent to this conversation
     * @param to the last of them, sent already
     */
    default void takeBack(long from, long to) {}

    /** Something learnt late about the current conversation, such as a title written at the end of a file; null leaves as it
     * is. */
    void describe(@Nullable String title, @Nullable String project, @Nullable String branch);
}
