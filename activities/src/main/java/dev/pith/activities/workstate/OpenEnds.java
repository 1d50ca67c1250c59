package dev.pith.activities.workstate;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import java.util.List;
import java.util.Objects;

/** Reads messages for open ends: to-dos and failing commands. Not thread-safe. */
public final class OpenEnds {

    private final TodoReader todos = new TodoReader();
    private final CommandRunReader runs = new CommandRunReader();

    /**
     * An unfinished item.
     *
     * @param seq number of the message that states it
     */
    public record OpenEnd(long seq, String text) {}

    /** Reads the next message, in conversation order. */
    public void read(StoredMessage message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.Text text && message.origin() != Origin.HARNESS) {
                todos.text(message.seq(), text.text());
            } else if (part instanceof Part.ToolCall call) {
                ToolInput input = ToolInput.of(call);
                String script = input.script();
                boolean listed = todos.call(message.seq(), input.tool(), call.callId(), input.json());
                if (!listed && script != null) {
                    runs.call(message.seq(), call.callId(), script);
                }
            } else if (part instanceof Part.ToolResult result) {
                todos.result(message.seq(), result.callId(), result.text());
                runs.result(result.callId(), result.text(), result.failed());
            }
        }
    }

    /** Returns the agent's open to-dos, those in progress first. */
    public List<OpenEnd> todos() {
        Todos last = todos.todos();
        return last.open().stream()
                .map(item -> new OpenEnd(last.seq(), Objects.requireNonNull(item.text())))
                .toList();
    }

    /**
     * Returns commands whose last run failed, newest first, with their exit codes. Their output is omitted: it is
     * untrusted and must not determine the content of a memory.
     */
    public List<OpenEnd> failures() {
        return WorkState.broken(runs.runs()).stream()
                .map(run -> new OpenEnd(run.seq(), "`" + run.command() + "` (" + code(run) + ")"))
                .toList();
    }

    private static String code(CommandRun run) {
        String failure = Objects.requireNonNull(run.failure());
        int colon = failure.indexOf(':');
        return colon < 0 ? failure : failure.substring(0, colon);
    }
}
