package dev.pith.activities.redaction;

import java.util.Locale;
import java.util.Set;

/**
 * Distinguishes randomly generated words from natural words, camel case names and names with numbers. In a random word,
 * lowercase letters, uppercase letters and digits alternate about every second character.
 */
final class RandomWord {

    private static final int SHORTEST = 6;
    private static final int SHORTEST_LETTERS = 10;
    private static final int LEAST_RUNS = 5;
    private static final int LEAST_RUNS_OF_LETTERS = 6;
    /** Maximum average run length of one character class in a random word. */
    private static final double LONGEST_RUN = 2.2;

    private static final Alphabet VOWEL = new Alphabet("aeiouAEIOU");
    /** Abbreviations without vowels that occur in camel case names. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "by", "my", "db", "pw", "pwd", "tx", "pk", "fk", "ctx", "ptr", "str", "tmp", "cfg", "src", "dst", "sql",
            "xml", "html", "css", "js", "ts", "svc", "mgr", "msg", "btn", "cmd", "pkg", "txt", "fmt", "ssl", "tls",
            "ssh", "jwt", "rpc", "dns", "tcp", "http", "https", "ftp", "pdf", "csv", "rgb", "cpp", "php", "sys", "key");

    private RandomWord() {}

    /** Whether a word of letters and digits is random. */
    static boolean is(String word) {
        if (word.length() < SHORTEST || !Alphabet.ALNUM.all(word)) {
            return false;
        }
        boolean isNumbered = Alphabet.DIGIT.in(word);
        int runs = runs(word);
        return runs >= (isNumbered ? LEAST_RUNS : LEAST_RUNS_OF_LETTERS)
                && word.length() <= LONGEST_RUN * runs
                && (isNumbered || (word.length() >= SHORTEST_LETTERS && hasUnspeakable(word)));
    }

    private static int runs(String word) {
        int runs = 1;
        for (int i = 1; i < word.length(); i++) {
            runs += kind(word, i) != kind(word, i - 1) ? 1 : 0;
        }
        return runs;
    }

    private static int kind(String word, int i) {
        return Alphabet.DIGIT.at(word, i) ? 0 : Alphabet.LOWER.at(word, i) ? 1 : 2;
    }

    /** Whether a camel case part has no vowel and is not a known abbreviation. */
    private static boolean hasUnspeakable(String word) {
        int from = 0;
        while (from < word.length()) {
            int to = Alphabet.LOWER.end(word, Alphabet.UPPER.end(word, from));
            String hump = word.substring(from, to);
            boolean isAcronym = Alphabet.UPPER.all(hump);
            if (!isAcronym && !VOWEL.in(hump) && !ABBREVIATIONS.contains(hump.toLowerCase(Locale.ROOT))) {
                return true;
            }
            from = to;
        }
        return false;
    }
}
