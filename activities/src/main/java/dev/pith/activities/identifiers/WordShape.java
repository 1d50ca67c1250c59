package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Classifies a single word of letters, digits and underscores. */
final class WordShape {

    private static final int SHORTEST_SYMBOL = 4;
    private static final int LONGEST_SYMBOL = 80;
    private static final int SHORTEST_HASH = 7;
    private static final int LONGEST_HASH = 64;

    private WordShape() {}

    /** Returns the kind of a word, or null if it is an ordinary word. */
    static @Nullable IdentifierKind of(String word) {
        if (isHash(word) || isPrefixedId(word)) {
            return IdentifierKind.ID;
        }
        if (isError(word)) {
            return IdentifierKind.ERROR;
        }
        if (isEnvironment(word)) {
            return IdentifierKind.ENVIRONMENT;
        }
        boolean fits = word.length() >= SHORTEST_SYMBOL && word.length() <= LONGEST_SYMBOL;
        return fits && isCompound(word) && !KnownNames.isStandardSymbol(word) ? IdentifierKind.SYMBOL : null;
    }

    /** Whether a word is a compound: camelCase, PascalCase, HTTPServer, snake_case. */
    static boolean isCompound(String word) {
        boolean lower = false;
        boolean upper = false;
        boolean letter = false;
        boolean inner = false;
        boolean capitalAfterLower = false;
        boolean lowerAfterCapitals = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean isUpper = Characters.isUpper(c);
            capitalAfterLower |= isUpper && lower;
            lowerAfterCapitals |= Characters.isLower(c)
                    && i >= 2
                    && Characters.isUpper(word.charAt(i - 1))
                    && Characters.isUpper(word.charAt(i - 2));
            inner |= c == '_' && letter && i < word.length() - 1;
            lower |= Characters.isLower(c) || Characters.isDigit(c);
            upper |= isUpper;
            letter |= Characters.isLetter(c);
        }
        return letter && (inner || (capitalAfterLower && upper && hasLower(word)) || lowerAfterCapitals);
    }

    private static boolean hasLower(String word) {
        return word.chars().anyMatch(c -> Characters.isLower((char) c));
    }

    private static boolean isHash(String word) {
        if (word.length() < SHORTEST_HASH || word.length() > LONGEST_HASH) {
            return false;
        }
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Characters.isHex(c)) {
                return false;
            }
            digit |= Characters.isDigit(c);
            letter |= !Characters.isDigit(c);
        }
        return digit && letter;
    }

    /** Such as {@code req_011CSHoEeqs5C35K2UUqR7Fy}: a short prefix, then 10+ characters with a digit and a capital. */
    private static boolean isPrefixedId(String word) {
        int bar = word.indexOf('_');
        int rest = word.length() - bar - 1;
        if (bar < 2 || bar > 8 || rest < 10 || rest > 40) {
            return false;
        }
        boolean digit = false;
        boolean capital = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i < bar ? !Characters.isLower(c) : i > bar && c == '_') {
                return false;
            }
            digit |= i > bar && Characters.isDigit(c);
            capital |= i > bar && Characters.isUpper(c);
        }
        return digit && capital;
    }

    private static boolean isError(String word) {
        boolean named = word.length() > 5
                && Characters.isUpper(word.charAt(0))
                && word.indexOf('_') < 0
                && ((word.endsWith("Error") || (word.endsWith("Exception") && word.length() > 9))
                        || (word.startsWith("Err") && Characters.isUpper(word.charAt(3))));
        return named || KnownNames.isSystemError(word) || isErrorCode(word);
    }

    /** One to four uppercase letters, then three to five digits: {@code E0425}, {@code TS2304}. */
    private static boolean isErrorCode(String word) {
        int letters = 0;
        while (letters < word.length() && Characters.isUpper(word.charAt(letters))) {
            letters++;
        }
        int digits = word.length() - letters;
        // A link to a line of a file is "L120".
        return letters >= 1
                && letters <= 4
                && !(letters == 1 && word.charAt(0) == 'L')
                && digits >= 3
                && digits <= 5
                && Characters.isDigits(word, letters, word.length());
    }

    private static boolean isEnvironment(String word) {
        int bar = word.indexOf('_');
        if (bar < 1 || !Characters.isUpper(word.charAt(0)) || word.endsWith("_") || word.contains("__")) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Characters.isUpper(c) && !Characters.isDigit(c) && c != '_') {
                return false;
            }
        }
        return word.length() <= LONGEST_SYMBOL;
    }
}
