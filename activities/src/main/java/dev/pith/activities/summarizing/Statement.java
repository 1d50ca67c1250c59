package dev.pith.activities.summarizing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that may be worth keeping.
 *
 * @param event the number of its event within the section
 * @param worth its weight independent of age
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Statement(long event, Voice voice, double worth, String text) {

    private static final Pattern OPENING = Pattern.compile(
            "(?i)(?:(?:actually|okay|ok|alright|hmm+|great|perfect|excellent|ah)(?:[,.!:…]++| [—–-])\\s++|good [—–-]\\s++)++");

    private static final Pattern UNCOMMITTED = Pattern.compile(
            "(?i)\\bnothing (?:is|was|has been)(?: yet)? (?:committed|staged)\\b"
                    + "|\\b(?:have|has)(?:n['’]t| not)(?: been)?(?: yet)? committed\\b"
                    + "|\\b(?:uncommitted|unstaged)(?: changes|\\)| so far)|\\b(?:is|are) not(?: yet)? committed(?: yet)?[.,;]");

    /** A shorter rest is no sentence. In characters. */
    private static final int LEAST_LEFT = 12;

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
        String told = voice == Voice.PERSON ? text : withoutOpening(text);
        return new Statement(event, voice, Weight.worth(voice, first, text), told);
    }

    /** Returns a sentence without words that only join it to the one before: "Actually, ". A name may follow, so no letter changes. */
    private static String withoutOpening(String text) {
        Matcher opening = OPENING.matcher(text);
        if (!opening.lookingAt() || text.length() - opening.end() < LEAST_LEFT) {
            return text;
        }
        return text.substring(opening.end());
    }

    /** Returns whether it tells that something is not committed, which the next commit makes void. */
    boolean isOfUncommitted() {
        return voice != Voice.PERSON && UNCOMMITTED.matcher(text).find();
    }

    /** Returns the same joined to the one before it, of the same text. */
    Statement joinedTo(Statement before, String between) {
        return new Statement(event, voice, Math.max(before.worth, worth), before.text + between + text);
    }

    Statement later(long events) {
        return new Statement(event + events, voice, worth, text);
    }
}
