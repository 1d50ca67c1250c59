package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;

/** A person's last request as it stands before a summary, word for word. */
final class Pinned {

    private Pinned() {}

    static String words(StoredMessage message) {
        return "## Last request, word for word\n\n"
                + message.textOf(Part.Text.class).strip() + "\n\n";
    }
}
