package dev.pith.activities.intake;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.store.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each message the earliest one that a cut must not separate from it: the call that it answers, or the first
 * line of the model reply that it continues. Looks back {@value #REACH} messages, so that memory is bounded and a stray
 * repeated id cannot tie a whole conversation together. Not thread-safe.
 */
final class Ties {

    static final int REACH = 500;

    private final Map<String, Long> replies = bounded();
    private final Map<String, Long> calls = bounded();

    void remember(Messages.Tie tie) {
        if (tie.apiMessageId() != null) {
            replies.putIfAbsent(tie.apiMessageId(), tie.seq());
        }
        tie.calls().forEach(call -> calls.put(call, tie.seq()));
    }

    /** Returns the earliest message tied to this one, or null if there is none; registers this one. */
    @Nullable
    Long place(long seq, NewMessage message) {
        long earliest = seq;
        if (message.apiMessageId() != null) {
            earliest = Math.min(earliest, reachable(replies.putIfAbsent(message.apiMessageId(), seq), seq));
        }
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                calls.put(call.callId(), seq);
            } else if (part instanceof Part.ToolResult result) {
                earliest = Math.min(earliest, reachable(calls.get(result.callId()), seq));
            }
        }
        return earliest == seq ? null : earliest;
    }

    private static long reachable(@Nullable Long found, long seq) {
        return found == null || seq - found > REACH ? seq : found;
    }

    private static Map<String, Long> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > 4 * REACH;
            }
        };
    }
}
