package dev.pith.activities.planning;

import dev.pith.workflows.compaction.LayeredSpec;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Chooses the tail of LAYERED by reading messages from the newest back: a number of messages, within a limit of tokens.
 * The tail begins at a safe start. A summary made by the source tool ends it. Not thread-safe.
 */
final class FreshTail {

    private final int messages;
    private final long most;
    private final long mark;
    private Tail best;
    private Tail liveTurn;
    private long tokens;
    private int read;
    private boolean personSeen;

    /**
     * Creates a chooser with an empty tail.
     *
     * @param most the most tokens, unless the last message of a person begins the tail
     */
    FreshTail(LayeredSpec spec, long most, long mark) {
        this.messages = spec.tailMessages();
        this.most = most;
        this.mark = mark;
        this.best = new Tail(mark + 1, 0);
        this.liveTurn = best;
    }

    /**
     * Returns the tail.
     *
     * @param wanted the most tokens that a target of the context leaves to the tail: if it takes more, it is shortened
     *     to the live turn, the last message of a person and all that follows
     */
    Tail of(LiveSizes sizes, long wanted) {
        try (Stream<MessageSize> newestFirst = sizes.newestFirst()) {
            Iterator<MessageSize> all = newestFirst.iterator();
            boolean more = true;
            while (more && all.hasNext()) {
                more = offer(all.next());
            }
        }
        boolean shortens = best.tokens() > wanted && liveTurn.fromSeq() <= mark && liveTurn.fromSeq() > best.fromSeq();
        return shortens ? liveTurn : best;
    }

    private boolean offer(MessageSize message) {
        if (message.nativeSummary() || read == messages) {
            return false;
        }
        boolean fitsWithout = tokens <= most;
        read++;
        tokens += message.tokens();
        boolean lastRequest = message.person() && !personSeen && fitsWithout;
        if (message.safeStart() && (tokens <= most || lastRequest)) {
            best = new Tail(message.seq(), tokens);
            liveTurn = lastRequest ? best : liveTurn;
        }
        personSeen |= message.person();
        return tokens <= most;
    }
}
