package dev.pith.activities.text;

/**
 * The template of a text: the text without what differs between texts of one kind, its numbers and its names. Texts with
 * equal templates repeat one another, such as the records of a log.
 */
public final class Template {

    private Template() {}

    /**
     * Replaces each word that contains a digit, with its dashes, dots and slashes, by one placeholder, and white space by
     * one space. Linear in the text.
     */
    public static String of(String text) {
        StringBuilder template = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean number = false;
            while (end < text.length() && isOfName(text.charAt(end))) {
                number |= Character.isDigit(text.charAt(end));
                end++;
            }
            if (end == i) {
                space(template, text.charAt(i));
                end++;
            } else if (number) {
                template.append('#').append(lastMark(text, end));
            } else {
                template.append(text, i, end);
            }
            i = end;
        }
        return template.toString().strip();
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "-_./:@".indexOf(c) >= 0;
    }

    /** Returns the punctuation at the end of a word, which belongs to the sentence. */
    private static String lastMark(String text, int end) {
        char last = text.charAt(end - 1);
        return last == '.' || last == ':' ? String.valueOf(last) : "";
    }

    private static void space(StringBuilder template, char c) {
        boolean white = Character.isWhitespace(c);
        if (!white || template.isEmpty() || template.charAt(template.length() - 1) != ' ') {
            template.append(white ? ' ' : c);
        }
    }
}
