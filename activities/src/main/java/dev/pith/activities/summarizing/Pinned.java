package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;

/** A person's last request as it stands before a summary, word for word. */
final class Pinned {

    private Pinned() {}

    /** As a section of its own. */
    static String words(StoredMessage message) {
        return "## Last request, word for word\n\n" + words(message.textOf(Part.Text.class)) + "\n\n";
    }

    /** Without empty lines around it; the first line keeps its indentation, as the others do. */
    private static String words(String text) {
        int from = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            from = text.charAt(i) == '\n' ? i + 1 : from;
        }
        return text.substring(from).stripTrailing();
    }
}
