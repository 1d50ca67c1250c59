package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelFailure;
import dev.pith.workflows.model.Verdict;

/** How a model call ended: a verdict on its reply, or a kind of failure. Column {@code model_call.outcome}. */
public enum CallOutcome {
    /** The call has not ended. */
    RUNNING(Group.RUNNING),
    /** The reply may become a summary or memories. */
    FIT(Group.FIT),
    CUT_OFF(Group.UNFIT),
    ONLY_REASONING(Group.UNFIT),
    EMPTY(Group.UNFIT),
    INFLATED(Group.UNFIT),
    REFUSED(Group.UNFIT),
    QUESTION(Group.UNFIT),
    ECHO(Group.UNFIT),
    REPETITIVE(Group.UNFIT),
    OFF_TOPIC(Group.UNFIT),
    TOO_SHORT(Group.UNFIT),
    MALFORMED(Group.UNFIT),
    /** Both a verdict and a kind of failure: the call was cut at its time limit. */
    TOO_SLOW(Group.UNFIT),
    UNCLEAR(Group.UNFIT),
    TRUNCATED_INPUT(Group.UNFIT),
    RATE_LIMITED(Group.FAILED),
    OVERLOADED(Group.FAILED),
    TRANSPORT(Group.FAILED),
    CONTEXT_OVERFLOW(Group.FAILED),
    UNAUTHORIZED(Group.FAILED),
    UNKNOWN_MODEL(Group.FAILED),
    OUT_OF_CREDIT(Group.FAILED),
    FILTERED(Group.FAILED),
    BAD_REQUEST(Group.FAILED),
    NETWORK_SETTINGS(Group.FAILED),
    CANCELED(Group.FAILED),
    /** The process terminated without recording an outcome. The call may have been paid. */
    LOST(Group.LOST),
    /** The process cut the call on shutdown. It may have been paid, and does not count as an attempt. */
    INTERRUPTED(Group.LOST);

    /** The columns of {@link CallFigures} that a call counts in. */
    enum Group {
        RUNNING,
        FIT,
        UNFIT,
        FAILED,
        LOST
    }

    private final Group group;

    CallOutcome(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }

    static CallOutcome of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    static CallOutcome of(ModelFailure.Kind kind) {
        return valueOf(kind.name());
    }
}
