package dev.pith.activities.redaction;

/**
 * Values that stand beside their names, each with a word before it: {@code - name: DB_PASSWORD}, {@code value: …} of
 * Kubernetes and others, {@code "name": "DB_PASSWORD", "value": "…"}, {@code key="Password" value="…"}.
 */
final class NameValuePairs {

    /** No more stands between a name and the word before its value: the indentation of the next line. */
    private static final int GAP = 60;

    private NameValuePairs() {}

    /** Where the value of the name begins whose quote ended here; -1 where the word {@code value} does not follow. */
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

    /** Spaces, commas, line breaks, also escaped ones, and the quote before the word. */
    private static boolean isGap(String text, int i) {
        char c = text.charAt(i);
        boolean isEscape = (c == 'n' || c == 'r' || c == 't') && text.charAt(i - 1) == '\\';
        return c <= ' ' || ",\"'\\".indexOf(c) >= 0 || isEscape;
    }
}
