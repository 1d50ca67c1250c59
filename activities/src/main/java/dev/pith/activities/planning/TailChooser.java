package dev.pith.activities.planning;

import dev.pith.workflows.compaction.Sizes;

/**
 * Chooses the tail by reading messages from the newest back: the last turns, as far as they fit. A turn that does not fit
 * is cut at a message where a cut is safe. The last message of a person is kept whole when it is all that does not fit,
 * however long it is, since it is what the conversation is about to answer. A summary
 * that the source tool made itself never stands in the tail.
 */
public final class TailChooser {

    private final int budget;
    private final int turns;
    private long tokens;
    private int personsSeen;
    private Tail best;
    private boolean decided;

    /**
     * Nothing chosen yet.
     *
     * @param mark the newest message
     */
    public TailChooser(Sizes sizes, long mark) {
        this.budget = sizes.tailBudget();
        this.turns = sizes.tailTurns();
        this.best = new Tail(mark + 1, 0);
    }

    /** Takes the next older message; false once the tail is decided and no older message matters. */
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

    /** The tail as far as messages were offered. */
    public Tail tail() {
        return best;
    }
}
