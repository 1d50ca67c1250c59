package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.testing.Messages;
import java.util.ArrayList;
import java.util.List;

/** Small sessions for tests. */
public final class Sessions {

    private Sessions() {}

    public static Summarizer.Part part(Draft draft) {
        return new Summarizer.Part(1, 1, draft.text(), draft.digest(), false);
    }

    static List<StoredMessage> session(int rounds) {
        List<StoredMessage> messages = new ArrayList<>();
        messages.add(stored(1, Messages.person("1", null, "Build the tide table. Never delete the harbor table.")));
        messages.add(call(2, "edit", "Edit", "{\"file_path\":\"/src/tide.py\",\"old_string\":\"a\"}"));
        messages.add(call(
                3,
                "todo",
                "TodoWrite",
                "{\"todos\":[{\"content\":\"read\",\"status\":\"completed\"},"
                        + "{\"content\":\"check the tide\",\"status\":\"in_progress\"}]}"));
        messages.add(shell(4, "run", "make tide"));
        messages.add(result(5, "run", "boom\nmake: *** [tide] Error 1", true));
        for (int i = 0; i < rounds; i++) {
            messages.add(stored(6 + 2L * i, Messages.person("p" + i, null, "Go on with mooring number " + i + ".")));
            messages.add(agent(7 + 2L * i, "Mooring " + i + " holds because its chain " + i + " was replaced."));
        }
        return messages;
    }

    public static StoredMessage shell(long seq, String id, String command) {
        return call(seq, id, "Bash", "{\"command\":\"" + command + "\"}");
    }

    public static StoredMessage call(long seq, String id, String name, String input) {
        return new StoredMessage(
                seq,
                "c" + seq,
                null,
                Role.ASSISTANT,
                Origin.AGENT,
                List.of(new Part.ToolCall(id, name, input)),
                10,
                null);
    }

    public static StoredMessage result(long seq, String id, String text, boolean failed) {
        return new StoredMessage(
                seq,
                "r" + seq,
                null,
                Role.USER,
                Origin.HARNESS,
                List.of(new Part.ToolResult(id, text, failed)),
                10,
                null);
    }

    public static StoredMessage harness(long seq, String text) {
        return new StoredMessage(
                seq, "h" + seq, null, Role.USER, Origin.HARNESS, List.of(new Part.Text(text)), 10, null);
    }

    public static StoredMessage agent(long seq, String text) {
        return stored(seq, Messages.agent("a" + seq, null, text));
    }

    static StoredMessage stored(long seq, NewMessage message) {
        return new StoredMessage(
                seq, "u" + seq, null, message.role(), message.origin(), message.parts(), 10, message.created());
    }

    public static StoredMessage person(long seq, String text) {
        return stored(seq, Messages.person("p" + seq, null, text));
    }
}
