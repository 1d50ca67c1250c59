package dev.pith.activities.summarizing;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A sentence that may be worth keeping.
 *
 * @param event the number of its event within the section
 * @param worth its weight independent of age
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Statement(long event, Voice voice, double worth, String text) {

    /** The author of a statement. */
    enum Voice {
        PERSON,
        AGENT,
        SUMMARY
    }

    /**
     * Creates a statement and computes its weight.
     *
     * @param first whether it opens its message
     */
    static Statement of(long event, Voice voice, boolean first, String text) {
        return new Statement(event, voice, Weight.worth(voice, first, text), text);
    }

    Statement later(long events) {
        return new Statement(event + events, voice, worth, text);
    }
}
