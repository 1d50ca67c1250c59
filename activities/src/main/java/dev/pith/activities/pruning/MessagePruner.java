package dev.pith.activities.pruning;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.PrunedResults.PrunedResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shortens the results of tools, message by message in order. Not thread-safe. */
final class MessagePruner {

    /** A result comes soon after its call; so many calls are remembered, which bounds memory. */
    private static final int REMEMBERED = 2_000;

    /** What a call was, and the message that made it. */
    private record Made(long seq, Part.ToolCall call) {}

    private final String conversation;
    private final RepeatedCalls repeated;
    private final Map<String, Made> calls = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Made> eldest) {
            return size() > REMEMBERED;
        }
    };

    MessagePruner(String conversation, RepeatedCalls repeated) {
        this.conversation = conversation;
        this.repeated = repeated;
    }

    /**
     * Returns a message with its long results shortened; empty if it has none.
     *
     * @param onlyRepeated whether results stay as they are unless the same call was made again later
     */
    Optional<PrunedResult> shortened(StoredMessage message, boolean onlyRepeated) {
        List<String> lines = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                calls.put(call.callId(), new Made(message.seq(), call));
            } else if (part instanceof Part.ToolResult result) {
                lines.add(line(message.seq(), result, calls.get(result.callId()), onlyRepeated));
            }
        }
        return lines.stream().allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(PrunedResult.of(message, lines));
    }

    private String line(long seq, Part.ToolResult result, @Nullable Made made, boolean onlyRepeated) {
        Part.ToolCall call = made == null ? null : made.call();
        Long again = made == null ? null : repeated.after(made.seq(), call);
        return onlyRepeated && again == null ? "" : new ResultLine(call, result, again).text(conversation, seq);
    }
}
