package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.prompting.Transcript;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.summarizing.Assembly;
import dev.pith.activities.summarizing.ExtractiveReading;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Summarizes a conversation that nobody had, so that vocabulary, tables and classes are loaded when the first real chunk is
 * due. It asks no model and no store.
 */
public final class WarmUp {

    private static final int TURNS = 20;
    private static final int LEDGER_PERCENT = 20;
    private static final Wish WISH = new Wish(300, null, "/harbor", "main");

    private WarmUp() {}

    /** What every summary needs. Answers with what was written. */
    public static Draft withoutModel() {
        ExtractiveSummarizer summarizer = new ExtractiveSummarizer();
        Draft chunk = summarizer.summarize(messages(), WISH);
        Summarizer.Part part = new Summarizer.Part(1, 3L * TURNS, chunk.text(), chunk.digest(), false);
        return summarizer.merge(Stream.of(part), null, WISH);
    }

    /** What a summary by a model needs besides. Answers with what such a model might be sent. */
    public static String withModel(Redactor redactor) {
        Transcript transcript = new Transcript(redactor);
        ExtractiveReading reading = new ExtractiveReading();
        messages().forEachOrdered(message -> {
            transcript.add(message);
            reading.read(message);
        });
        new Assembly(LEDGER_PERCENT).of("The tide tables are printed.", reading.digest(), null, WISH);
        return Prompt.CHUNK.text()
                + transcript.within((int) transcript.tokens()).text();
    }

    private static Stream<StoredMessage> messages() {
        return IntStream.range(0, TURNS).boxed().flatMap(turn -> {
            String call = "call-" + turn;
            return Stream.of(
                    message(3 * turn + 1, Origin.PERSON, new Part.Text("Please mend src/tides" + turn + ".py.")),
                    message(
                            3 * turn + 2,
                            Origin.AGENT,
                            new Part.Text("I found that `low_water` fails at line " + turn + ", so I run its test."),
                            new Part.ToolCall(call, "Bash", "{\"command\":\"pytest tests/test_tides.py\"}")),
                    message(
                            3 * turn + 3,
                            Origin.AGENT,
                            new Part.ToolResult(call, "AssertionError: expected 3, got " + turn, true)));
        });
    }

    private static StoredMessage message(long seq, Origin origin, Part... parts) {
        Role role = origin == Origin.PERSON ? Role.USER : Role.ASSISTANT;
        int tokens = TokenCounter.shared().count(List.of(parts));
        return new StoredMessage(seq, "m" + seq, null, role, origin, List.of(parts), tokens, null);
    }
}
