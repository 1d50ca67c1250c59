package dev.pith.activities.gateway;

import dev.pith.workflows.model.Verdict;

/** A model's reply must not become a summary or memories; the next step of the ladder is due. */
public final class UnfitReplyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Verdict verdict;
    private final boolean reused;

    /**
     * What is wrong with it.
     *
     * @param reused whether it stood in the journal
     */
    public UnfitReplyException(Verdict verdict, boolean reused) {
        super("the reply " + verdict.words());
        this.verdict = verdict;
        this.reused = reused;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Whether the reply stood in the journal. */
    public boolean reused() {
        return reused;
    }
}
