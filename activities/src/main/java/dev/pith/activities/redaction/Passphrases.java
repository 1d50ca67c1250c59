package dev.pith.activities.redaction;

import dev.pith.activities.text.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes passwords of several words from labels, messages and names in the same positions. */
final class Passphrases {

    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_WORD = 3;
    /** Minimum number of plain words, none in {@link #PROSE}; diceware and similar schemes use four to six. */
    private static final int LEAST_WORDS = 4;

    private static final Alphabet STRONG = new Alphabet("!@#^&*_=+~|", Alphabet.DIGIT);
    private static final Alphabet TEMPLATE = new Alphabet("$<>{}[]\\");

    private static final Pattern EDGES = Pattern.compile("^[^a-zA-Z]{1,3}+|[.,;:!?)']{1,3}+$");

    /** Words common in sentences, or in sentences about passwords, in addition to {@link Placeholders}. */
    private static final Set<String> PROSE = WordList.of("""
            i we you he she it they is are was were be been am will would can could may might must should shall do
            does did don't doesn't isn't can't has have had if else when while then than so too very more most less
            least please from into about over under between but also only just its their them who what which where
            how why there here each every all both same other again contain contains character characters letter
            letters digit digits number numbers lowercase uppercase symbol symbols minimum maximum length match
            matches matching failed fails fail error success used use uses using user's sign signin log logged
            logout account accounts code codes page link email e-mail address phone show hide choose type typed
            provide provided supply leave keep save saved store stored stores set sets reset expire expires expired
            forgotten recover recovery protected protect before after during against without read write file files
            line lines text texts work works working run runs running add added adds remove removed check checks
            passed passes pending skipped one two three first second last next""");

    /** Words that mark the value of an environment variable as not yet set. */
    private static final Set<String> INSTRUCTIONS = WordList.of("""
            password passwords passwd passphrase secret secrets token credential credentials key change changeme
            enter insert replace put set here please value generate generated placeholder example dummy fake test
            none null required optional""");

    private Passphrases() {}

    /**
     * Whether words separated by spaces are a password.
     *
     * @param isLiteral whether they are the value of an environment variable or option; else they may be a label
     */
    static boolean isOne(String value, boolean isLiteral) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (TEMPLATE.in(value) || value.contains("%s") || value.contains("%(") || Placeholders.mentioned(lower)) {
            return false;
        }
        String[] words = value.strip().split(" +", -1);
        if (words.length < 2 || words.length > MOST_WORDS) {
            return false;
        }
        int plain = 0;
        int strong = 0;
        for (String word : words) {
            if (RandomWord.is(EDGES.matcher(word).replaceAll(""))) {
                return true;
            }
        }
        for (String word : words) {
            if (isOf(word, isLiteral)) {
                return false;
            }
            plain += Alphabet.LOWER.all(word) && word.length() >= SHORTEST_WORD ? 1 : 0;
            strong += isStrong(word) ? 1 : 0;
        }
        return isLiteral || strong > 0 || (plain == words.length && plain >= LEAST_WORDS);
    }

    /** Whether words joined by separators are a password: letters only, and no placeholder or prose word. */
    static boolean isJoined(String value, String separators, int least) {
        int words = 0;
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i < value.length() && separators.indexOf(value.charAt(i)) < 0) {
                continue;
            }
            String word = value.substring(from, i);
            if (word.length() < SHORTEST_WORD || !Alphabet.LETTER.all(word) || isOf(word, false)) {
                return false;
            }
            words++;
            from = i + 1;
        }
        return words >= least;
    }

    private static boolean isOf(String word, boolean isLiteral) {
        String lower = EDGES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        return isLiteral ? INSTRUCTIONS.contains(lower) : PROSE.contains(lower) || Placeholders.isWord(lower);
    }

    /** Whether a word mixes letters with digits or symbols, unlike words of a language. */
    private static boolean isStrong(String word) {
        for (int i = 0; i < word.length() - 1; i++) {
            if (STRONG.at(word, i) && Alphabet.LETTER.at(word, i + 1)) {
                return Alphabet.LETTER.in(word);
            }
        }
        return false;
    }
}
