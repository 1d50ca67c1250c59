package dev.pith.starter.importing.cursor;

import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.TaggedPrompt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text in the user's role: the person's query, among what Cursor tells the model about time and workspace. */
final class CursorPrompt {

    private static final String INFO = "<user_info>";
    private static final String WORKSPACE = "Workspace Path: ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, MMM d, yyyy, h:mm a", Locale.ENGLISH);

    private final String text;

    CursorPrompt(String text) {
        this.text = text;
    }

    /** Returns the query as text and all others as notices. */
    List<Part> parts() {
        List<Part> tagged = TaggedPrompt.between("user_query", text);
        if (!tagged.isEmpty()) {
            return tagged;
        }
        int stamp = text.startsWith("<timestamp>") ? text.indexOf("</timestamp>") : -1;
        int from = stamp < 0 ? 0 : stamp + "</timestamp>".length();
        return TaggedPrompt.split(text, from, text.startsWith(INFO, from) ? from : text.length());
    }

    /** Returns when the prompt was sent; null if it does not say so in a known form. */
    @Nullable
    Instant time() {
        String said = between("<timestamp>", "</timestamp>");
        int zone = said == null ? -1 : said.indexOf(" (");
        if (said == null || zone < 0 || !said.endsWith(")")) {
            return null;
        }
        try {
            ZoneId offset = ZoneId.of(said.substring(zone + 2, said.length() - 1));
            return LocalDateTime.parse(said.substring(0, zone), TIME)
                    .atZone(offset)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the working directory; null if the text does not name it. */
    @Nullable
    String workspace() {
        return text.contains(INFO) ? between(WORKSPACE, "\n") : null;
    }

    private @Nullable String between(String before, String after) {
        int from = text.indexOf(before);
        int to = from < 0 ? -1 : text.indexOf(after, from + before.length());
        return to < 0 ? null : text.substring(from + before.length(), to).strip();
    }
}
