package dev.pith.benchmarks;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One long string without an end to any word, as what a person, an agent and a tool say: none may take long. */
final class StrangeStrings {

    private static final int LENGTH = 100_000;
    private static final int RUNS = 7;

    private StrangeStrings() {}

    static void measure() {
        Map<String, String> pieces = new LinkedHashMap<>();
        pieces.put("underscores", "_");
        pieces.put("slashes", "/");
        pieces.put("hex", "0123456789abcdef");
        pieces.put("quotes", "\"");
        pieces.put("Han", "要");
        pieces.put("dots", ".");
        pieces.put("a_a_a_", "a_");
        pieces.put("A/A/A", "A/");
        pieces.put("letters", "a");
        pieces.put("dashes", "-");
        pieces.put("brackets", "([{");
        pieces.put("spaces", " ");
        pieces.put("line feeds", "a\n");
        pieces.forEach((name, piece) -> {
            Series series = new Series("100,000 characters of " + name, "ms");
            for (int run = 0; run < RUNS; run++) {
                series.add(milliseconds(piece.repeat(LENGTH / piece.length())));
            }
            series.print();
        });
    }

    private static double milliseconds(String text) {
        List<StoredMessage> messages = List.of(
                message(1, Role.USER, Origin.PERSON, new Part.Text(text)),
                message(2, Role.ASSISTANT, Origin.AGENT, new Part.Text(text)),
                message(
                        3,
                        Role.ASSISTANT,
                        Origin.AGENT,
                        new Part.ToolCall("c", "Bash", "{\"command\":\"" + safe(text) + "\"}")),
                message(4, Role.USER, Origin.HARNESS, new Part.ToolResult("c", text, true)));
        long begin = System.nanoTime();
        new ExtractiveSummarizer().summarize(messages.stream(), new Wish(2_000, null, null, null));
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String safe(String text) {
        return text.replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static StoredMessage message(long seq, Role role, Origin origin, Part part) {
        return new StoredMessage(seq, "m" + seq, null, role, origin, List.of(part), 0, null);
    }
}
