package dev.pith.activities.conversation;

/**
 * Characters that control a terminal: C0 controls except newline and tab, DEL, C1 controls, and the embeddings,
 * overrides and isolates of bidirectional text. They come from tool output, or from attempts to manipulate the reader's
 * terminal. All methods run in time linear in the text.
 */
public final class ControlCharacters {

    private static final char ESCAPE = '\u001b';

    private ControlCharacters() {}

    /** Whether a character is one of them. */
    public static boolean contains(char c) {
        return c < ' '
                ? c != '\n' && c != '\t'
                : c >= '\u007f'
                        && (c <= '\u009f' || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069'));
    }

    /** Returns the text with each of them escaped as in JSON: {@code \}{@code u001b} for the escape character. */
    public static String visible(String text) {
        int first = firstOf(text);
        if (first < 0) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 32).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (contains(c)) {
                visible.append(String.format("\\u%04x", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /**
     * Returns the text without any of them. Color sequences are removed with their parameters. A lone carriage return
     * becomes a line feed, so that it still separates text.
     */
    public static String without(String text) {
        int first = firstOf(text);
        if (first < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE) {
                i = endOfSequence(text, i);
            } else if (c == '\r') {
                boolean alone = i + 1 == text.length() || text.charAt(i + 1) != '\n';
                plain.append(alone ? "\n" : "");
            } else if (!contains(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Returns the index of the last character of a control sequence (ESC [ parameters letter), else of the escape. */
    private static int endOfSequence(String text, int escape) {
        if (escape + 1 >= text.length() || text.charAt(escape + 1) != '[') {
            return escape;
        }
        int at = escape + 2;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
            at++;
        }
        return at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~' ? at : escape;
    }

    private static int firstOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (contains(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
