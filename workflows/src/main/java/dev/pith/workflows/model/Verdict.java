package dev.pith.workflows.model;

/** The verdict on a reply. Only {@link #FIT} replies become summaries or memories. */
public enum Verdict {
    FIT("is fit"),
    /** Cut off at the output limit. */
    CUT_OFF("was cut off at the most tokens that it may have"),
    /** Reasoning without an answer. */
    ONLY_REASONING("held reasoning and no text"),
    EMPTY("was empty"),
    /** Longer than its budget or its source. */
    INFLATED("was longer than it may be"),
    /** Refused by the model or a content filter. */
    REFUSED("was refused by the model or a filter"),
    /** A question instead of a summary. */
    QUESTION("asked a question instead of summarizing"),
    /** Repeats the instructions or the messages. */
    ECHO("gave back what was sent"),
    REPETITIVE("said the same again and again"),
    OFF_TOPIC("shared no words with what it was to summarize"),
    TOO_SHORT("was too short for what it stands for"),
    /** Not in the requested form. */
    MALFORMED("was not in the form that was asked for"),
    /** Incomplete at the timeout of the call. */
    TOO_SLOW("took longer than a call may"),
    /** Ended without a clean finish reason, so it may be incomplete. */
    UNCLEAR("came to no clean end"),
    /** The endpoint read only a part of the prompt. */
    TRUNCATED_INPUT("was to a part of the prompt");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Returns a phrase for users that completes "the reply …". */
    public String words() {
        return words;
    }

    /** Returns whether a higher output limit may help. */
    boolean wantsRoom() {
        return this == CUT_OFF || this == ONLY_REASONING;
    }
}
