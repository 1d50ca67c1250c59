package dev.pith.benchmarks;

import dev.pith.activities.conversation.OpaqueId;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The HTTP API of {@code pith serve}, asked by callers of another process on the same machine: contexts of an ordinary
 * conversation, appends of ten messages and of one, lists. The arguments are the number of callers (8) and the seconds of
 * each measurement (8).
 */
final class ApiSpeed {

    private static final int ORDINARY_TURNS = 100;
    private static final int TEXT = 400;

    private final ServedProcess served;
    private final int seconds;
    private final String text =
            new GeneratedDialogue(1).text(TEXT).replace("\"", "'").replace("\n", " ");

    private ApiSpeed(ServedProcess served, int seconds) {
        this.served = served;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int callers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        try (ServedProcess served = new ServedProcess("")) {
            new ApiSpeed(served, seconds).run(callers);
        }
    }

    private interface Call {
        void run(String conversation) throws IOException, InterruptedException;
    }

    private void run(int callers) throws IOException, InterruptedException, ExecutionException {
        String ordinary = served.open("ordinary");
        for (int turn = 0; turn < ORDINARY_TURNS; turn++) {
            append(ordinary, 2);
        }
        served.post("/v1/conversations/" + ordinary + "/compactions?wait=60s", "{}");
        Call context = own -> served.get("/v1/conversations/" + ordinary + "/context?format=openai&budget=20000");
        measure("warm-up", callers, own -> append(own, 1));
        measure("warm-up", callers, context);
        measure("a context of " + 2 * ORDINARY_TURNS + " messages", 1, context);
        measure("a context of " + 2 * ORDINARY_TURNS + " messages", callers, context);
        measure("an append of ten messages", 1, own -> append(own, 10));
        measure("an append of ten messages", callers, own -> append(own, 10));
        measure("an append of one message", callers, own -> append(own, 1));
        measure("a page of conversations", 1, own -> served.get("/v1/conversations"));
    }

    private void append(String conversation, int messages) throws IOException, InterruptedException {
        String body = IntStream.range(0, messages)
                .mapToObj(
                        i -> "{\"role\":\"" + (i % 2 == 0 ? "user" : "assistant") + "\",\"content\":\"" + text + "\"}")
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
        served.send(served.request("/v1/conversations/" + conversation + "/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", OpaqueId.next())
                .POST(BodyPublishers.ofString(body)));
    }

    private void measure(String what, int callers, Call call)
            throws IOException, InterruptedException, ExecutionException {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String own = served.open(OpaqueId.next());
            all.add(() -> {
                call.run(own);
                return null;
            });
        }
        long before = served.processorTime().toMillis();
        CallTimes times = CallTimes.of(all, seconds);
        System.out.printf(
                Locale.ROOT,
                "%-30s %2d callers: %s, server %.2f cores%n",
                what,
                callers,
                times.words(),
                (served.processorTime().toMillis() - before) / 1e3 / times.seconds());
    }
}
