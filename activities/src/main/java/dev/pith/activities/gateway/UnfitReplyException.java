package dev.pith.activities.gateway;

import dev.pith.workflows.model.Verdict;

/** Thrown if a model's reply must not become a summary or memories; the caller takes the next step of the ladder. */
public final class UnfitReplyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Verdict verdict;
    private final boolean reused;

    /**
     * Creates the exception.
     *
     * @param verdict the fault of the reply
     * @param reused whether the reply was read from the journal
     */
    public UnfitReplyException(Verdict verdict, boolean reused) {
        super("the reply " + verdict.words());
        this.verdict = verdict;
        this.reused = reused;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Returns whether the reply was read from the journal. */
    public boolean reused() {
        return reused;
    }
}
