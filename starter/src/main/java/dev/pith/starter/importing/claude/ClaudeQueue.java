package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Fingerprint;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.LineRecords;
import dev.pith.starter.importing.reading.Needle;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prompts typed while the model was working. Most are repeated as a user line. A prompt delivered in the middle of a
 * turn exists only in its {@code enqueue} record. A first pass over the file finds those; it keeps only the open
 * prompts in memory. Prompts that were withdrawn ({@code popAll}) are not imported.
 */
final class ClaudeQueue {

    private static final Needle OPERATION = new Needle("queue-operation");
    private static final Needle QUEUED = new Needle("queued_command");
    private static final Needle USER = new Needle("\"user\"");
    private static final Needle RESULT = new Needle("\"tool_result\"");
    private static final Needle ASSISTANT = new Needle("\"assistant\"");

    private static final class Prompt {
        private final long key;
        private final String text;
        private boolean taken;
        private boolean followed;

        Prompt(long key, String text) {
            this.key = key;
            this.text = text;
        }
    }

    private final List<Prompt> open = new ArrayList<>();
    private final Set<Long> alone = new HashSet<>();
    private final Set<Long> waiting = new HashSet<>();

    private ClaudeQueue() {}

    static ClaudeQueue empty() {
        return new ClaudeQueue();
    }

    static ClaudeQueue scan(SourceFile source) throws IOException {
        ClaudeQueue queue = new ClaudeQueue();
        LineRecords records = new LineRecords(Set.of());
        try (LineReader lines = new LineReader(source.open())) {
            while (lines.next()) {
                if (queue.concerns(lines)) {
                    for (JsonNode record : records.in(lines).records()) {
                        queue.record(record, lines.number());
                    }
                }
            }
        }
        queue.open.forEach(prompt -> (prompt.followed ? queue.alone : queue.waiting).add(prompt.key));
        return queue;
    }

    /** Returns whether an enqueued prompt is recorded nowhere else. */
    boolean standsAlone(long line, String text, boolean finalRead) {
        long key = key(line, text);
        return alone.contains(key) || (finalRead && waiting.contains(key));
    }

    /** Returns the number of prompts that are neither delivered nor followed by anything. */
    int waiting(boolean finalRead) {
        return finalRead ? 0 : waiting.size();
    }

    /** Returns the text of an enqueue operation. */
    static @Nullable String prompt(JsonNode record) {
        String text = JsonFields.text(record, "content");
        boolean enqueue = JsonFields.text(record, "operation", "").equals("enqueue");
        return enqueue && text != null && !text.isBlank() ? text : null;
    }

    /** Returns whether a line must be parsed. A line with a tool result holds no prompt, and one answer is enough. */
    private boolean concerns(LineReader line) {
        if (line.contains(OPERATION)) {
            return true;
        }
        if (open.isEmpty()) {
            return false;
        }
        return (line.contains(USER) && !line.contains(RESULT))
                || line.contains(QUEUED)
                || (unanswered() && line.contains(ASSISTANT));
    }

    private boolean unanswered() {
        return !open.get(open.size() - 1).followed;
    }

    private void record(JsonNode record, long line) {
        switch (JsonFields.text(record, "type", "")) {
            case "queue-operation" -> operation(record, line);
            case "attachment" -> said(JsonFields.plain(record.path("attachment").path("prompt")));
            case "user" -> {
                said(text(record.path("message").path("content")));
                followed();
            }
            case "assistant" -> followed();
            default -> {}
        }
    }

    private void operation(JsonNode record, long line) {
        String text = prompt(record);
        switch (JsonFields.text(record, "operation", "")) {
            case "enqueue" -> {
                if (text != null) {
                    open.add(new Prompt(key(line, text), text.strip()));
                }
            }
            case "popAll" -> takenBack(JsonFields.text(record, "content"));
            case "remove", "dequeue" ->
                taken(JsonFields.text(record, "operation", "").equals("remove"));
            default -> {}
        }
    }

    private void takenBack(@Nullable String text) {
        open.removeIf(prompt -> !prompt.taken && (text == null || same(text, prompt.text)));
    }

    private void taken(boolean handedOver) {
        for (Prompt prompt : open) {
            if (!prompt.taken) {
                prompt.taken = true;
                prompt.followed |= handedOver;
                return;
            }
        }
    }

    private void said(String text) {
        for (Iterator<Prompt> prompts = open.iterator(); prompts.hasNext(); ) {
            if (same(text, prompts.next().text)) {
                prompts.remove();
            }
        }
    }

    private void followed() {
        open.forEach(prompt -> prompt.followed = true);
    }

    /** Compares texts by lines: several queued prompts may be combined in one user line, each on lines of its own. */
    private static boolean same(String said, String prompt) {
        String text = said.strip();
        return text.equals(prompt)
                || text.startsWith(prompt + "\n")
                || text.endsWith("\n" + prompt)
                || text.contains("\n" + prompt + "\n");
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder texts = new StringBuilder();
        content.forEach(
                block -> texts.append(JsonFields.text(block, "text", "")).append('\n'));
        return texts.toString();
    }

    private static long key(long line, String text) {
        return Fingerprint.of(line + "\n" + text);
    }
}
