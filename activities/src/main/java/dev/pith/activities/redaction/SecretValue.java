package dev.pith.activities.redaction;

import java.util.List;
import java.util.Locale;

/** Distinguishes a secret from other values of its name: a variable, a call, a type, a path, a placeholder. */
final class SecretValue {

    /** How a value is written; determines how likely it is a secret. */
    enum Written {
        /** Between quotes: a literal. */
        QUOTED,
        /** After an environment variable or an option: almost always a literal. */
        PLAIN,
        /** After a variable whose value is chosen by people and may be a phrase: {@code SECRET_KEY}. */
        CHOSEN,
        /** Unquoted, like a name in code. */
        BARE
    }

    private static final int SHORTEST_PASSWORD = 4;
    private static final int SHORTEST_BARE = 6;
    private static final int SHORTEST_SECRET = 8;
    private static final int SHORTEST_LETTERS = 16;
    private static final int LONGEST_NUMBER = 6;
    private static final int DISTINCT_LITERAL = 24;
    /** Minimum number of changes of character class in a random string. */
    private static final int TURNS = 5;

    private static final Alphabet NAME = new Alphabet("_.-", Alphabet.LETTER);
    private static final Alphabet BRACKET = new Alphabet("([{|");
    private static final Alphabet CONSTANT = new Alphabet("_", Alphabet.UPPER);

    private static final List<String> REFERENCES = List.of(
            "/", "./", "../", "~/", "@", "file:", "process.env", "os.environ", "env.", "env:", "secrets.", "vault:");

    private SecretValue() {}

    /** Whether the value is a secret. The start of a long value is sufficient. */
    static boolean isSecret(String value, SecretKind kind, Written written) {
        if (isTemplate(value) || isPlaceholder(value) || isReference(value)) {
            return false;
        }
        if (kind == SecretKind.PASSWORD) {
            return isPassword(value, written);
        }
        return isRandom(value, written) || (written == Written.CHOSEN && Passphrases.isJoined(value, "-", 2));
    }

    /** Whether dash-separated words are a passphrase, for names whose values are always secrets. */
    static boolean isPhrase(String value) {
        return NAME.all(value) && value.indexOf('-') > 0 && !isTemplate(value) && !isPlaceholder(value);
    }

    /** Whether this is a password in a URL: anything but a template or a placeholder word. */
    static boolean isPasswordInUrl(String value) {
        return !isTemplate(value) && !isPlaceholder(value);
    }

    /** Whether this is a password. It may have any form, but unquoted ones need more than letters, to exclude names. */
    private static boolean isPassword(String value, Written written) {
        boolean isName = NAME.all(value);
        if (written == Written.BARE) {
            return value.length() >= SHORTEST_BARE
                    && !isCode(value)
                    && (!isName || Passphrases.isJoined(value, "-", 4) || RandomWord.is(value));
        }
        boolean isPhrase = written == Written.PLAIN
                ? Passphrases.isJoined(value, "-", 2) || Passphrases.isJoined(value, "-_.", 3)
                : Passphrases.isJoined(value, "-", 3);
        return value.length() >= SHORTEST_PASSWORD && (!isName || isWord(value) || isPhrase);
    }

    private static boolean isRandom(String value, Written written) {
        // Long literals that contain brackets are random, such as Django keys.
        boolean isLiteral = written == Written.QUOTED && Alphabet.distinct(value) >= DISTINCT_LITERAL;
        if (value.length() < SHORTEST_SECRET || !Alphabet.LETTER.in(value) || (!isLiteral && isCode(value))) {
            return false;
        }
        return Alphabet.DIGIT.in(value)
                ? !isNamed(value)
                : RandomWord.is(value)
                        || (isWord(value) && value.length() >= SHORTEST_LETTERS && turns(value) >= TURNS);
    }

    private static boolean isTemplate(String value) {
        boolean isWindows = value.startsWith("%") && value.endsWith("%");
        return "$<{*".indexOf(value.charAt(0)) >= 0
                || isWindows
                || value.startsWith(SecretKind.OPENING.strip())
                || value.contains("${")
                || value.contains("{{")
                || value.endsWith("...")
                || value.contains("[a-z")
                || value.contains("[A-Z")
                || value.contains("[0-9")
                || Alphabet.distinct(value) < 3;
    }

    /** Whether the value marks itself as a placeholder, or consists only of placeholder words and short numbers. */
    private static boolean isPlaceholder(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (CONSTANT.all(value) || Placeholders.mentioned(lower) || Placeholders.isWord(lower)) {
            return true;
        }
        boolean any = false;
        int i = 0;
        while (i < value.length()) {
            int to = endOfWord(value, i);
            if (to > i) {
                String word = value.substring(i, to).toLowerCase(Locale.ROOT);
                if (!Placeholders.isWord(word) && !Placeholders.isWord(word + digits(value, to))) {
                    return false;
                }
                any = true;
            } else {
                to = Alphabet.DIGIT.end(value, i);
                if (to - i > LONGEST_NUMBER || (to == i && "-_. /:".indexOf(value.charAt(i)) < 0)) {
                    return false;
                }
            }
            i = Math.max(to, i + 1);
        }
        return any;
    }

    /** Returns the end of a word; a capital after a lowercase letter also ends it. */
    private static int endOfWord(String value, int from) {
        int to = from;
        while (Alphabet.LETTER.at(value, to)) {
            boolean isHump = to > from && Alphabet.UPPER.at(value, to) && Alphabet.LOWER.at(value, to - 1);
            if (isHump) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static String digits(String text, int from) {
        return text.substring(from, Alphabet.DIGIT.end(text, from));
    }

    /** Whether the value is a path, a URL or another reference. */
    private static boolean isReference(String value) {
        for (String beginning : REFERENCES) {
            if (value.startsWith(beginning)) {
                return true;
            }
        }
        boolean isDrive = value.length() > 2 && value.charAt(1) == ':' && Alphabet.LETTER.at(value, 0);
        return isDrive || value.contains("://") || (value.indexOf('/') > 0 && isNamed(value));
    }

    /** Whether unquoted text is a code expression. */
    private static boolean isCode(String value) {
        return BRACKET.in(value) || (value.indexOf('.') > 0 && isNamed(value));
    }

    /** Whether the value looks like a name: letters with at most five digits after them (ed25519), or few digits. */
    private static boolean isNamed(String value) {
        int i = 0;
        while (i < value.length()) {
            int letters = Alphabet.LETTER.end(value, i);
            int digits = Alphabet.DIGIT.end(value, letters);
            int longest = letters > i ? 5 : 4;
            if (digits - letters > longest || (digits > letters && Alphabet.LETTER.at(value, digits))) {
                return false;
            }
            if (digits == i && "_-./:,".indexOf(value.charAt(i)) < 0) {
                return false;
            }
            i = Math.max(digits, i + 1);
        }
        return true;
    }

    private static boolean isWord(String value) {
        return value.length() >= SHORTEST_BARE && Alphabet.LETTER.all(value);
    }

    private static int turns(String value) {
        int turns = 0;
        for (int i = 1; i < value.length(); i++) {
            turns += Alphabet.UPPER.at(value, i) != Alphabet.UPPER.at(value, i - 1) ? 1 : 0;
        }
        return turns;
    }
}
