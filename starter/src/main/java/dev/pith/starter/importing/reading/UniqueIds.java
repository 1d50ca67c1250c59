package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Occurrences;
import java.util.Locale;

/** Makes the ids of a source unique in their conversation: the second {@code 7} is {@code 7#2}. Not thread-safe. */
public final class UniqueIds {

    private final Occurrences occurrences = new Occurrences();

    /** Returns the id for its next occurrence. */
    public String next(String id) {
        int occurrence = occurrences.next(Fingerprint.of(id));
        return occurrence == 1 ? id : String.format(Locale.ROOT, "%s#%d", id, occurrence);
    }
}
