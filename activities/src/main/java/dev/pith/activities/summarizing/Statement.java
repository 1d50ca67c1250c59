package dev.pith.activities.summarizing;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A sentence that may be worth keeping.
 *
 * @param event in which event of its stretch it was said
 * @param first whether it opens its message
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Statement(long event, Voice voice, boolean first, String text) {

    /** Who says it. */
    enum Voice {
        PERSON,
        AGENT,
        SUMMARY
    }

    Statement later(long events) {
        return new Statement(event + events, voice, first, text);
    }
}
