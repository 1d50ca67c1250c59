package dev.pith.starter.web.route;

import dev.pith.activities.context.SummaryFrame;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.importing.responses.ResponsesInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer in the form of OpenAI's compacted response: the system messages of the replaced items, a message with
 * readable text for each summary, then the later items as they were sent. The caller sends them along as the next input.
 */
record CompactedResponse(Database database, String conversation, List<ResponsesInput> input) {

    Map<String, Object> object(@Nullable String model) {
        Conversation stored =
                database.table(Conversations.class).find(conversation).orElseThrow();
        ContextVersion version = database.table(ContextVersions.class).current(conversation);
        List<Summary> summaries = database.table(Summaries.class).inOrder(version.summaries());
        long written = summaries.stream().mapToLong(Summary::tokens).sum();
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("input_tokens", stored.tokens());
        usage.put("input_tokens_details", Map.of("cached_tokens", 0));
        usage.put("output_tokens", written);
        usage.put("output_tokens_details", Map.of("reasoning_tokens", 0));
        usage.put("total_tokens", stored.tokens() + written);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", "resp_" + conversation);
        object.put("object", "response.compaction");
        object.put("created_at", stored.updated().getEpochSecond());
        object.put("model", model);
        object.put("output", output(summaries, version.compactedThrough()));
        object.put("usage", usage);
        return object;
    }

    private List<Object> output(List<Summary> summaries, long compactedThrough) {
        List<Object> replaced = new ArrayList<>();
        List<Object> live = new ArrayList<>();
        long seq = 0;
        for (ResponsesInput one : input) {
            NewMessage message = one.message();
            seq += message == null ? 0 : 1;
            if (seq > compactedThrough) {
                live.add(one.item().isTextual() ? said(one.item().textValue()) : one.item());
            } else if (message != null && message.role().isSystem()) {
                replaced.add(one.item());
            }
        }
        summaries.forEach(summary -> replaced.add(said("msg_" + summary.id(), SummaryFrame.of(summary))));
        replaced.addAll(live);
        return replaced;
    }

    private static Map<String, Object> said(String text) {
        return said("msg_input", text);
    }

    private static Map<String, Object> said(String id, String text) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "message");
        item.put("id", id);
        item.put("role", "user");
        item.put("status", "completed");
        item.put("content", List.of(Map.of("type", "input_text", "text", text)));
        return item;
    }
}
