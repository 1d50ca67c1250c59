package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.Fingerprint;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the summaries and notices of Hermes in a session from the words of persons. */
final class HermesSummaries {

    private static final List<String> SUMMARIES =
            List.of("[CONTEXT COMPACTION", "[CONTEXT SUMMARY]:", "[PRIOR CONTEXT");

    /** Ends a summary. A request that the compaction kept may follow. */
    private static final String END = "--- END OF CONTEXT SUMMARY";

    private static final String END_OF_MARK = "---";

    /** Beginnings of texts that Hermes writes in the user's place. */
    private static final List<String> NOTICES = List.of(
            "Review the conversation above and update the skill library",
            "Review the conversation above and consider saving to memory",
            "[Your active task list was preserved across context compression]");

    private final Set<Long> said = new HashSet<>();

    /** Returns a message of a user or the model with its origin. */
    NewMessage marked(NewMessage message, JsonNode row) {
        String text =
                message.parts().get(0) instanceof Part.Text first ? first.text().stripLeading() : "";
        if (row.path("_compressed_summary").asInt(0) != 0 || SUMMARIES.stream().anyMatch(text::startsWith)) {
            return summary(message, text);
        }
        if (message.origin() != Origin.PERSON) {
            return message;
        }
        if (!JsonFields.text(row, "display_kind", "").isEmpty()
                || NOTICES.stream().anyMatch(text::startsWith)) {
            return HermesMessages.with(message, Origin.HARNESS, plain(message.parts()));
        }
        said.add(Fingerprint.of(text.strip()));
        return message;
    }

    /** Returns a summary; as a person's message if it holds a request that the session does not have already. */
    private NewMessage summary(NewMessage message, String text) {
        int mark = text.indexOf(END);
        int end = mark < 0 ? -1 : text.indexOf(END_OF_MARK, mark + END.length());
        String request =
                end < 0 ? "" : text.substring(end + END_OF_MARK.length()).strip();
        if (message.role() != Role.USER || request.isEmpty() || !said.add(Fingerprint.of(request))) {
            return HermesMessages.with(message, Origin.NATIVE_SUMMARY, plain(message.parts()));
        }
        List<Part> parts = new ArrayList<>(message.parts());
        parts.set(0, new Part.Notice(text.substring(0, end + END_OF_MARK.length())));
        parts.add(1, new Part.Text(request));
        return HermesMessages.with(message, Origin.PERSON, parts);
    }

    /** Returns parts of a person's message as those of a program's: nothing in them is a notice beside words. */
    private static List<Part> plain(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Part.Notice ? new Part.Text(part.text()) : part)
                .toList();
    }
}
