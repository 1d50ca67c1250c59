package dev.pith.benchmarks;

import dev.pith.activities.appending.ApiConversations;
import dev.pith.activities.appending.ConversationAppender;
import dev.pith.activities.appending.IdempotencyKey;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.engine.Engine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Appends of an API to the home's PostgreSQL, which waits for the disk at each commit. Each caller has a conversation of
 * its own. The arguments are the number of callers (8) and the seconds of each measurement (10).
 */
final class AppendSpeed {

    private static final int TURN = 10;
    private static final int TEXT = 400;

    private final Bench bench;
    private final ConversationAppender appender;
    private final int seconds;
    private final String text = new GeneratedDialogue(1).text(TEXT);

    private AppendSpeed(Bench bench, int seconds) {
        this.bench = bench;
        this.appender = new ConversationAppender(bench.database());
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int callers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (Bench bench = Bench.open(Engine.Needs.STORE)) {
            new AppendSpeed(bench, seconds).run(callers);
        }
    }

    private interface Call {
        void run(String conversation, long number);
    }

    private void run(int callers) throws InterruptedException, ExecutionException {
        Call plain = (conversation, number) -> appender.append(conversation, said(1), null, null);
        Call keyed = (conversation, number) -> appender.append(conversation, said(1), key(), null);
        Call tools = (conversation, number) -> appender.append(conversation, List.of(tool(number)), key(), null);
        Call ten = (conversation, number) -> appender.append(conversation, said(TURN), key(), null);
        Call commit = (conversation, number) -> bench.database()
                .transact(handle ->
                        handle.execute("update conversation set branch = ? where id = ?", "b" + number, conversation));
        measure("warm-up", callers, keyed);
        measure("for comparison: one update, one commit", callers, commit);
        measure("one message", callers, plain);
        measure("one message, with a key", callers, keyed);
        measure("a call or its result, with a key", callers, tools);
        measure("ten messages, with a key", callers, ten);
        measure("one message, with a key", 1, keyed);
        measure("ten messages, with a key", 1, ten);
    }

    private void measure(String what, int callers, Call call) throws InterruptedException, ExecutionException {
        double processor = Machine.processorMillis();
        CallTimes times = CallTimes.of(
                IntStream.range(0, callers).mapToObj(caller -> caller(call)).toList(), seconds);
        System.out.printf(
                Locale.ROOT,
                "%-40s %2d callers: %s, %.2f ms of processor each%n",
                what,
                callers,
                times.words(),
                (Machine.processorMillis() - processor) / times.count());
    }

    private Callable<Void> caller(Call call) {
        String conversation = new ApiConversations(bench.database())
                .open(OpaqueId.next(), null, null)
                .conversation()
                .id();
        AtomicLong number = new AtomicLong();
        return () -> {
            call.run(conversation, number.getAndIncrement());
            return null;
        };
    }

    private static IdempotencyKey key() {
        String key = OpaqueId.next();
        return new IdempotencyKey(key, key);
    }

    private List<NewMessage> said(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> message(
                        i % 2 == 0 ? Role.USER : Role.ASSISTANT,
                        i % 2 == 0 ? Origin.PERSON : Origin.AGENT,
                        new Part.Text(text)))
                .toList();
    }

    private NewMessage tool(long number) {
        String call = "call_" + number / 2;
        return number % 2 == 0
                ? message(Role.ASSISTANT, Origin.AGENT, new Part.ToolCall(call, "bash", "{\"command\":\"make check\"}"))
                : message(Role.TOOL, Origin.HARNESS, new Part.ToolResult(call, text, false));
    }

    private static NewMessage message(Role role, Origin origin, Part part) {
        return new NewMessage(null, null, null, role, origin, List.of(part), null);
    }
}
