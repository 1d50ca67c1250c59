package dev.pith.workflows.model;

/** What a written text is worth. Only a fit one ever becomes a summary. */
public enum Verdict {
    FIT("is fit"),
    /** It ended because its room was used up. */
    CUT_OFF("was cut off at the most tokens that it may have"),
    /** There was reasoning and no answer. */
    ONLY_REASONING("held reasoning and no text"),
    EMPTY("was empty"),
    /** Longer than it may be, or than what it was to shorten. */
    INFLATED("was longer than it may be"),
    /** The model would not, or a filter took it. */
    REFUSED("was refused by the model or a filter"),
    /** It asks instead of summarizing. */
    QUESTION("asked a question instead of summarizing"),
    /** It holds the instructions or the messages again. */
    ECHO("gave back what was sent"),
    REPETITIVE("said the same again and again"),
    OFF_TOPIC("shared no words with what it was to summarize"),
    TOO_SHORT("was too short for what it stands for"),
    /** It is not in the form that was asked for. */
    MALFORMED("was not in the form that was asked for"),
    /** It had begun and was not whole when the time of a call was over. */
    TOO_SLOW("took longer than a call may"),
    /** It came to no clean end: nobody knows whether it is whole. */
    UNCLEAR("came to no clean end"),
    /** The endpoint read only a part of what was sent. */
    TRUNCATED_INPUT("was to a part of the prompt");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** For users: what the reply was, as the rest of a sentence that begins with it. */
    public String words() {
        return words;
    }

    /** Whether more room for the same may help. */
    boolean wantsRoom() {
        return this == CUT_OFF || this == ONLY_REASONING;
    }
}
