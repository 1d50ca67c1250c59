package dev.pith.activities.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Receives conversations from an importer. Messages arrive in source order; a repeated header resumes a conversation
 * started earlier. Not thread-safe.
 */
public interface ConversationSink {

    /** Makes this the current conversation. */
    void conversation(ConversationHeader header);

    /** Receives the next message of the current conversation. */
    void message(NewMessage message);

    /**
     * Abandons messages of the current conversation that the source took back, as by a rewind. A sink that has already
     * processed the messages may ignore this.
     *
     * @param from the first abandoned message, counted from 1 among the messages sent to this conversation
     * @param to the last abandoned message, already sent
     */
    default void takeBack(long from, long to) {}

    /** Updates the current conversation with late metadata, such as a title at the file's end; null: no change. */
    void describe(@Nullable String title, @Nullable String project, @Nullable String branch);
}
