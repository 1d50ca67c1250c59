package dev.pith.activities.conversation;

/**
 * The characters that tell a terminal to do something instead of standing for a letter: C0 controls but newline and tab,
 * DEL, C1 controls, and the embeddings, overrides and isolates of bidirectional text. A session holds them because a tool
 * printed them, or because someone wants the reader's terminal to obey. All methods take time linear in the text.
 */
public final class ControlCharacters {

    private static final char ESCAPE = '\u001b';

    private ControlCharacters() {}

    /** Whether a terminal acts on it. */
    public static boolean contains(char c) {
        return c < ' '
                ? c != '\n' && c != '\t'
                : c >= '\u007f'
                        && (c <= '\u009f' || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069'));
    }

    /** The text with each of them spelled out as in JSON, such as {@code \}{@code u001b} for the escape character. */
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
     * The text without any of them. What sets a color goes whole, with its parameters; a carriage return alone becomes a line
     * feed, so that what it kept apart stays apart.
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

    /** The last character of a whole control sequence (ESC [ parameters letter) that begins here; else of the escape. */
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
