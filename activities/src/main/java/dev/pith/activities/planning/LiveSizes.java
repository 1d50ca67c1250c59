package dev.pith.activities.planning;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sizes of the live messages, from the store or a file: those after the last summary (or the watermark of the gist)
 * up to a mark, without abandoned ones.
 */
public interface LiveSizes {

    /** Returns the first message that no summary covers. */
    long from();

    /** Returns the last message; 0 without messages. */
    long mark();

    /** Returns all sizes, newest first. The caller must close the stream. */
    Stream<MessageSize> newestFirst();

    /** Returns the sizes up to a message, in order. The caller must close the stream. */
    Stream<MessageSize> inOrder(long to);

    /** Returns the number of messages after a given one, which may be before the last summary. */
    long countAfter(long seq);

    /** Returns the tokens of the messages up to a given one. */
    long tokens(long to);

    /** Returns the last message of a person up to the mark, which may be before the last summary. */
    Optional<LastRequest> lastOfPerson();
}
