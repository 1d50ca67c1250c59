package dev.pith.activities.planning;

import dev.pith.workflows.compaction.Sizes;

/**
 * Chooses the tail by reading messages from the newest back: the last turns that fit. Not thread-safe. A turn that does
 * not fit is cut at a message with a safe start. The last message of a person is kept whole if everything after it
 * fits, however long it is, since the conversation is about to answer it. A summary made by the source tool ends the
 * search and never belongs to the tail.
 */
public final class TailChooser {

    private final int budget;
    private final int turns;
    private long tokens;
    private int personsSeen;
    private Tail best;
    private boolean decided;

    /**
     * Creates a chooser with an empty tail.
     *
     * @param mark the newest message
     */
    public TailChooser(Sizes sizes, long mark) {
        this.budget = sizes.tailBudget();
        this.turns = sizes.tailTurns();
        this.best = new Tail(mark + 1, 0);
    }

    /** Adds the next older message. Returns false once the tail is decided and no older message matters. */
    public boolean offer(MessageSize message) {
        decided |= message.nativeSummary();
        if (decided) {
            return false;
        }
        boolean fitsWithout = tokens <= budget;
        tokens += message.tokens();
        boolean lastRequest = message.person() && personsSeen == 0 && fitsWithout;
        if (message.safeStart() && (tokens <= budget || lastRequest)) {
            best = new Tail(message.seq(), tokens);
        }
        if (message.person()) {
            personsSeen++;
        }
        decided = tokens > budget || personsSeen == turns;
        return !decided;
    }

    /** Returns the tail for the messages added so far. */
    public Tail tail() {
        return best;
    }
}
