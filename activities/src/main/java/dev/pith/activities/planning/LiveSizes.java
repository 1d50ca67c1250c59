package dev.pith.activities.planning;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sizes of the live messages, from the store or a file: those after the last summary (or the watermark of the gist)
 * up to a mark, without abandoned ones.
 */
public interface LiveSizes {

    /** The first message that no summary stands for yet. */
    long from();

    /** The last message; 0 where there is none. */
    long mark();

    /** All of them, newest first. To be closed. */
    Stream<MessageSize> newestFirst();

    /** Those up to a message, in order. To be closed. */
    Stream<MessageSize> inOrder(long to);

    /** How many there are after a message, be that before or after the last summary. */
    long countAfter(long seq);

    /** What those up to a message take in a context. */
    long tokens(long to);

    /** The last message of a person up to the mark, be it before or after the last summary. */
    Optional<LastRequest> lastOfPerson();
}
