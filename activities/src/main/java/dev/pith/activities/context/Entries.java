package dev.pith.activities.context;

import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts messages into entries: lines of one model reply become one entry, and each call includes its result. Memory
 * is bounded, since lookahead is limited to the distance at which the store ties messages together.
 */
final class Entries implements Iterator<Entry> {

    private static final int REACH = 500;

    private final Iterator<StoredMessage> source;
    private final Deque<StoredMessage> ahead = new ArrayDeque<>();
    private final Set<Part> taken = new HashSet<>();
    private final Map<String, Integer> idsUsed = new HashMap<>();
    private final Deque<Entry> ready = new ArrayDeque<>();

    Entries(Iterator<StoredMessage> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && fill(1)) {
            enter(ahead.removeFirst());
        }
        return !ready.isEmpty();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the context has no more entries");
        }
        return ready.removeFirst();
    }

    private void enter(StoredMessage message) {
        if (message.role().isSystem()) {
            // System messages precede all other entries in every context.
            return;
        }
        if (message.role() == Role.ASSISTANT && message.origin() == Origin.AGENT) {
            reply(message);
            return;
        }
        Origin by = message.origin();
        StringBuilder words = new StringBuilder();
        for (Part part : message.parts()) {
            if (isSaid(part)) {
                Origin author = isOfProgram(part) ? Origin.HARNESS : message.origin();
                if (author != by) {
                    say(message, by, words);
                    by = author;
                }
                words.append(words.isEmpty() ? "" : "\n").append(orphaned(part));
            }
        }
        say(message, by, words);
    }

    private void say(StoredMessage message, Origin by, StringBuilder words) {
        if (!words.toString().isBlank()) {
            ready.add(new Said(message.seq(), by, words.toString(), message.created()));
        }
        words.setLength(0);
    }

    /** Whether a part is an entry of its own. A result belongs to its call if the call is present. */
    private boolean isSaid(Part part) {
        return part instanceof Part.Text
                || part instanceof Part.Notice
                || part instanceof Part.Attachment
                || (part instanceof Part.ToolResult && !taken.remove(part));
    }

    /** Whether a part was inserted by a program next to a person's text. */
    private static boolean isOfProgram(Part part) {
        return part instanceof Part.Notice || part instanceof Part.ToolResult;
    }

    private static String orphaned(Part part) {
        return part instanceof Part.ToolResult result
                ? "[result of an earlier tool call]\n" + result.text()
                : part.text();
    }

    /**
     * Adds the message and the later lines of the same reply, with the results of their calls. Text after a result in
     * the same record is a separate reply.
     */
    private void reply(StoredMessage first) {
        List<StoredMessage> lines = new ArrayList<>(List.of(first));
        if (first.apiMessageId() != null) {
            fill(REACH);
            for (Iterator<StoredMessage> later = ahead.iterator(); later.hasNext(); ) {
                StoredMessage line = later.next();
                if (first.apiMessageId().equals(line.apiMessageId())) {
                    lines.add(line);
                    later.remove();
                }
            }
        }
        StringBuilder text = new StringBuilder();
        List<Call> calls = new ArrayList<>();
        for (StoredMessage line : lines) {
            boolean answered = false;
            for (Part part : line.parts()) {
                if (part instanceof Part.Text || part instanceof Part.Attachment) {
                    if (answered) {
                        replied(first, text, calls);
                        answered = false;
                    }
                    text.append(text.isEmpty() ? "" : "\n").append(part.text());
                } else if (part instanceof Part.ToolCall call) {
                    calls.add(answered(call, line));
                } else if (part instanceof Part.ToolResult) {
                    answered = !calls.isEmpty();
                }
            }
        }
        replied(first, text, calls);
    }

    private void replied(StoredMessage first, StringBuilder text, List<Call> calls) {
        if (!calls.isEmpty() || !text.toString().isBlank()) {
            ready.add(new Replied(first.seq(), text.toString(), List.copyOf(calls), first.created()));
        }
        text.setLength(0);
        calls.clear();
    }

    private Call answered(Part.ToolCall call, StoredMessage line) {
        Part.ToolResult result = ownResult(line, call);
        if (result == null && fill(REACH)) {
            for (Iterator<StoredMessage> later = ahead.iterator(); result == null && later.hasNext(); ) {
                result = laterResult(later.next(), call);
            }
        }
        int used = idsUsed.merge(call.callId(), 1, Integer::sum);
        String id = used == 1 ? call.callId() : call.callId() + "_" + used;
        return result == null
                ? new Call(id, call.name(), call.input(), Call.NO_RESULT, false)
                : new Call(id, call.name(), call.input(), result.text(), result.failed());
    }

    /** Returns a result from the same record, as stored by opencode and Claude.ai: after the call or adjacent calls. */
    private static Part.@Nullable ToolResult ownResult(StoredMessage line, Part.ToolCall call) {
        for (Part part : line.parts()
                .subList(line.parts().indexOf(call) + 1, line.parts().size())) {
            if (part instanceof Part.ToolResult result && result.callId().equals(call.callId())) {
                return result;
            }
        }
        return null;
    }

    private Part.@Nullable ToolResult laterResult(StoredMessage message, Part.ToolCall call) {
        for (Part part : message.parts()) {
            if (message.role() != Role.ASSISTANT
                    && part instanceof Part.ToolResult result
                    && result.callId().equals(call.callId())
                    && taken.add(result)) {
                return result;
            }
        }
        return null;
    }

    private boolean fill(int count) {
        while (ahead.size() < count && source.hasNext()) {
            ahead.addLast(source.next());
        }
        return !ahead.isEmpty();
    }
}
