package dev.pith.starter.cli.conversation;

import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.starter.overview.Lineage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code pith show --output json}: one object for the conversation, then one per message if requested.
 */
final class ShownConversation {

    private ShownConversation() {}

    /** Returns the conversation with its versions, summaries and coverage. */
    static Map<String, Object> of(
            Conversation conversation,
            String title,
            Lineage lineage,
            List<ContextVersion> versions,
            List<Map<String, Object>> summaries,
            Coverage coverage) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation.id());
        object.put("title", title);
        object.put("source", conversation.source());
        object.put("nativeId", conversation.nativeId());
        object.put("subagentId", orNull(conversation.subagentId()));
        object.put("parent", lineage.parent());
        object.put("forkedFrom", lineage.origin());
        object.put("project", conversation.project());
        object.put("messages", conversation.messages());
        object.put("tokens", conversation.tokens());
        object.put("version", conversation.contextVersion());
        object.put("versions", versions.stream().map(ShownConversation::version).toList());
        object.put("summaries", summaries);
        object.put("summarized", coverage.summarized().size());
        object.put("live", coverage.live().size());
        object.put("abandoned", coverage.abandoned().size());
        object.put("complete", coverage.complete());
        return object;
    }

    /** Returns a summary, with its text if {@code text} is set. */
    static Map<String, Object> summary(Summary summary, boolean live, boolean gist, boolean text) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("summary", summary.id());
        object.put("kind", summary.kind());
        object.put("from", summary.fromSeq());
        object.put("to", summary.toSeq());
        object.put("tokens", summary.tokens());
        object.put("model", summary.model());
        object.put("promptHash", summary.promptHash());
        object.put("degraded", summary.degraded());
        object.put("live", live);
        object.put("gist", gist);
        if (text) {
            object.put("text", summary.text());
        }
        return object;
    }

    /** Returns a message, with the text of its parts if {@code full} is set. */
    static Map<String, Object> message(StoredMessage message, String place, boolean full) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seq", message.seq());
        object.put("place", place);
        object.put("role", message.role().name().toLowerCase(Locale.ROOT));
        object.put("origin", message.origin().name().toLowerCase(Locale.ROOT));
        object.put("tokens", message.tokens());
        object.put(
                "created", message.created() == null ? null : message.created().toString());
        if (full) {
            object.put(
                    "parts",
                    message.parts().stream().map(ShownConversation::part).toList());
        }
        return object;
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", part.getClass().getSimpleName());
        object.put("text", part.text());
        return object;
    }

    private static Map<String, Object> version(ContextVersion version) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", version.version());
        object.put("cause", version.cause());
        object.put("summaries", version.summaries());
        object.put("compactedThrough", version.compactedThrough());
        object.put("abandoned", ranges(version.abandoned()));
        return object;
    }

    /** Returns each range as an array of its first and last number. */
    static List<List<Long>> ranges(Ranges ranges) {
        return ranges.list().stream().map(ShownConversation::range).toList();
    }

    private static List<Long> range(Ranges.Range range) {
        return List.of(range.from(), range.to());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
