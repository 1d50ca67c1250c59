package dev.pith.activities.summarizing;

import dev.pith.activities.text.Cues;
import dev.pith.activities.text.WordList;
import dev.pith.activities.text.WordSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reply of a person that may say nothing without the question that it answers.
 *
 * @param text its words, without surrounding blanks
 */
record ShortReply(String text) {

    /** A longer reply says by itself what is wanted. In characters. */
    private static final int LONGEST = 80;

    /** A consent with more significant words than these says by itself what is wanted. */
    private static final int MOST_OF_CONSENT = 2;

    /** The same for a reply that is no consent. */
    private static final int MOST_OF_ANSWER = 1;

    /** Words that begin a consent or a refusal, alone or in pairs; then those of scripts without spaces. */
    private static final Cues CONSENT = new Cues("""
            yes yep yup yeah y ok okay sure please perfect correct right exactly agreed fine continue proceed no nope nah
            n both neither go_ahead go_for go_on go_with do_it do_that do_this do_so do_both do_all sounds_good
            looks_good makes_sense ja nein oui non si sí sim não да нет evet tak""", "好 是 可以 行 对 不 嗯 はい いいえ 네 예 아니");

    /** Words that say little in a short reply. */
    private static final Set<String> PLAIN = WordList.of("""
            yes yep yup yeah okay sure please perfect correct right exactly agreed fine continue proceed nope nah both
            neither ahead all sounds looks good makes sense nein bitte oui non sim não нет let lets the and for now with
            this that option number""");

    /** The last letter of scripts in which {@link WordSet} finds whole words; in others it finds single characters. */
    private static final char LAST_SPACED = 'я';

    private static final Pattern POINTING = Pattern.compile("(?i)\\b(?:this|that|it|these|those|them)\\b");

    ShortReply {
        text = text.strip();
    }

    /** Returns whether it is short, and neither a command of the program nor without a word. */
    boolean isShort() {
        return text.length() <= LONGEST && !text.startsWith("/") && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Returns whether it says nothing without its question. */
    boolean isBare() {
        return text.length() <= LONGEST && telling().isEmpty();
    }

    /** Returns whether it consents or refuses, and says little else. */
    boolean consents() {
        boolean says = text.charAt(0) <= LAST_SPACED && telling().size() > MOST_OF_CONSENT && !pointsIn(text);
        return CONSENT.at(text) == 0 && !says;
    }

    /** Returns whether it is no consent and yet says too little to be a request; a path or command does not. */
    boolean answers() {
        return CONSENT.at(text) != 0 && text.indexOf('/') < 0 && telling().size() <= MOST_OF_ANSWER;
    }

    /** Returns its significant words. */
    Set<String> telling() {
        Set<String> telling = WordSet.of(text);
        telling.removeAll(PLAIN);
        return telling;
    }

    /** Returns whether a text points to another sentence. */
    static boolean pointsIn(String text) {
        return POINTING.matcher(text).find();
    }
}
