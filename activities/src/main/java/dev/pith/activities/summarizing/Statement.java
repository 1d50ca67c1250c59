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

    private static final Pattern UNCOMMITTED = Pattern.compile("(?i)\\b(?:uncommitted|unstaged|untracked)\\b"
            + "|(?:\\bnothing|\\bnot|n['’]t)\\b[^.]{0,20}\\b(?:committed|staged)\\b");

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

    Statement later(long events) {
        return new Statement(event + events, voice, worth, text);
    }
}
