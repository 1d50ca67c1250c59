package dev.pith.activities.redaction;

/**
 * Finds values in labeled name and value pairs: {@code - name: DB_PASSWORD}, {@code value: …} of Kubernetes and others,
 * {@code "name": "DB_PASSWORD", "value": "…"}, {@code key="Password" value="…"}.
 */
final class NameValuePairs {

    /** Maximum distance from a name to the label of its value, in characters: the next line's indentation. */
    private static final int GAP = 60;

    private NameValuePairs() {}

    /** Returns the start of the value for the name that ends here, or -1 if the word {@code value} does not follow. */
    static int value(String text, int from) {
        int limit = Math.min(text.length(), from + GAP);
        int i = from;
        while (i < limit && isGap(text, i)) {
            i++;
        }
        boolean isValue = i > from && text.regionMatches(true, i, "value", 0, 5);
        if (!isValue) {
            return -1;
        }
        int operator = i + 5;
        while (operator < limit && "\"'\\ ".indexOf(text.charAt(operator)) >= 0) {
            operator++;
        }
        boolean isAssigned = operator < text.length() && ":=".indexOf(text.charAt(operator)) >= 0;
        return isAssigned ? operator + 1 : -1;
    }

    /** Whether the character is a space, comma, line break (also escaped) or the quote before the label. */
    private static boolean isGap(String text, int i) {
        char c = text.charAt(i);
        boolean isEscape = (c == 'n' || c == 'r' || c == 't') && text.charAt(i - 1) == '\\';
        return c <= ' ' || ",\"'\\".indexOf(c) >= 0 || isEscape;
    }
}
