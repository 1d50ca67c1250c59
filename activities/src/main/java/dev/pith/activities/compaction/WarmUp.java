package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.gateway.Replies;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.prompting.Transcript;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
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
 * Summarizes an invented conversation, so that vocabulary, classes and connections are loaded before the first chunk.
 * Calls no model and stores nothing.
 */
public final class WarmUp {

    private static final int TURNS = 20;
    private static final int LEDGER_PERCENT = 20;

    /** Connections to open: four for the chunks that most endpoints process at once, and one for everything else. */
    private static final int CONNECTIONS = 5;

    private static final String NOBODY = "nobody";
    private static final Wish WISH = new Wish(300, null, "/harbor", "main");

    private WarmUp() {}

    /**
     * Runs the first statements of a compaction for a conversation that does not exist. Returns its messages, which are
     * none.
     */
    public static List<StoredMessage> store(Database database) {
        database.prepare(CONNECTIONS);
        return database.snapshot(handle -> {
            ContextVersion version = new ContextVersion(NOBODY, 1, List.of(), 0, Ranges.NONE, Ranges.NONE, "import");
            LiveSizes sizes = new StoredSizes(handle, version, 1, 0);
            sizes.lastOfPerson();
            try (Stream<MessageSize> backward = sizes.newestFirst();
                    Stream<MessageSize> forward = sizes.inOrder(0)) {
                Stream.concat(backward, forward).forEach(size -> {});
            }
            handle.attach(Conversations.class).find(NOBODY);
            handle.attach(ContextVersions.class).all(NOBODY);
            handle.attach(Compactions.class).find(NOBODY);
            handle.attach(Chunks.class).byKey(NOBODY, NOBODY);
            handle.attach(Chunks.class).page(NOBODY, 0, 1);
            handle.attach(Summaries.class).inOrder(List.of());
            handle.attach(Providers.class).find(NOBODY);
            handle.attach(ModelCalls.class).failures(NOBODY, NOBODY);
            handle.attach(Replies.class).find(NOBODY, List.of());
            return handle.attach(Messages.class).page(NOBODY, 1, 1, Ranges.NONE, 1);
        });
    }

    /** Runs the code that every summary needs, and returns the invented summary. */
    public static Draft withoutModel() {
        ExtractiveSummarizer summarizer = new ExtractiveSummarizer();
        Draft chunk = summarizer.summarize(messages(), WISH);
        Summarizer.Part part = new Summarizer.Part(1, 3L * TURNS, chunk.text(), chunk.digest(), false);
        return summarizer.merge(Stream.of(part), null, WISH);
    }

    /** Runs the additional code of a summary by a model, and returns a prompt. */
    public static String withModel(Redactor redactor) {
        Transcript transcript = new Transcript(redactor);
        ExtractiveReading reading = new ExtractiveReading();
        messages().forEachOrdered(message -> {
            transcript.add(message);
            reading.read(message);
        });
        String digest = reading.digest().toJson();
        Summarizer.Part part = new Summarizer.Part(1, 3L * TURNS, "The tide tables are printed.", digest, true);
        new Assembly(LEDGER_PERCENT).ofParts(List.of(part, part), null, WISH);
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
