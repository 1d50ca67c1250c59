package dev.pith.activities.summarizing;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A sentence that may be worth keeping.
 *
 * @param event in which event of its stretch it was said
 * @param worth what it weighs by itself, whenever it was said
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Statement(long event, Voice voice, double worth, String text) {

    /** Who says it. */
    enum Voice {
        PERSON,
        AGENT,
        SUMMARY
    }

    /**
     * Weighs it, once.
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
