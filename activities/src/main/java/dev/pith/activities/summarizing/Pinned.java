package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;

/** Renders a person's last request, which precedes a summary word for word. */
final class Pinned {

    private Pinned() {}

    /** Returns the request as a section with a title, and the question that it answers on a line of its own. */
    static String words(StoredMessage message, Digest read) {
        String note = read.requests().stream()
                .filter(request -> request.seq() == message.seq())
                .map(request -> request.standingFor(0).note().strip())
                .filter(asked -> !asked.isEmpty())
                .map(asked -> "\n\n" + asked)
                .findFirst()
                .orElse("");
        return "## Last request, word for word\n\n" + words(message.textOf(Part.Text.class)) + note + "\n\n";
    }

    /** Removes surrounding empty lines; the first line keeps its indentation, like the others. */
    private static String words(String text) {
        int from = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            from = text.charAt(i) == '\n' ? i + 1 : from;
        }
        return text.substring(from).stripTrailing();
    }
}
