package dev.pith.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Readers that follow one compaction whose model takes its time. Tells the server's processor time and memory, and how
 * long after the end in the store each reader knew it. The argument is the number of readers (500).
 */
final class StreamLoad {

    private static final int TURNS = 400;

    private StreamLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int readers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        try (ModelProcess model = new ModelProcess(2, 10, 300);
                ServedProcess served = new ServedProcess(settings(model))) {
            follow(served, conversation(served, "small", TURNS / 8), 1);
            follow(served, conversation(served, "followed", TURNS), readers);
            follow(served, conversation(served, "followed again", TURNS), readers);
        }
    }

    /** Settings with a model of small chunks, named timed. */
    static String settings(ModelProcess model) {
        return """
                chunk_max_tokens = 2_000
                [models.timed]
                base_url = "%s"
                model = "timed"
                api_key_env = ""
                context_window = 16_000
                concurrency = 2
                """.formatted(model.baseUrl());
    }

    /** Stores a conversation by appends; returns its id. */
    static String conversation(ServedProcess served, String key, int turns) throws IOException, InterruptedException {
        String id = served.open(key);
        String text = new GeneratedDialogue(key.hashCode())
                .text(600)
                .replace("\"", "'")
                .replace("\n", " ");
        for (int turn = 0; turn < turns; turn++) {
            served.post(
                    "/v1/conversations/" + id + "/messages",
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"Request " + turn
                            + "\"},{\"role\":\"assistant\",\"content\":\"" + text + "\"}]}");
        }
        return id;
    }

    private static void follow(ServedProcess served, String conversation, int readers)
            throws IOException, InterruptedException {
        String started = served.post(
                "/v1/conversations/" + conversation + "/compactions", "{\"model\":\"timed\",\"flush\":\"off\"}");
        String path = "/v1/compactions/" + ServedProcess.field(started, "id");
        AtomicLong events = new AtomicLong();
        long memory = served.residentMegabytes();
        long processor = served.processorTime().toMillis();
        Instant begun = Instant.now();
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        List<CompletableFuture<Instant>> all = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            all.add(served.client()
                    .sendAsync(served.request(path + "/events").build(), BodyHandlers.ofLines())
                    .thenApplyAsync(answer -> read(answer, events), threads));
        }
        long[] late = new long[readers];
        Instant last = begun;
        for (int i = 0; i < readers; i++) {
            Instant heard = all.get(i).join();
            last = heard.isAfter(last) ? heard : last;
        }
        threads.shutdown();
        Instant ended = Instant.parse(ServedProcess.field(served.get(path), "ended"));
        for (int i = 0; i < readers; i++) {
            late[i] = Duration.between(ended, all.get(i).join()).toMillis();
        }
        Arrays.sort(late);
        double seconds = Duration.between(begun, last).toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "%3d readers for %.1f s: %d events, server %.2f cores, %d → %d MB; the end known after %d ms (median), %d ms (last)%n",
                readers,
                seconds,
                events.get(),
                (served.processorTime().toMillis() - processor) / 1e3 / seconds,
                memory,
                served.residentMegabytes(),
                late[readers / 2],
                late[readers - 1]);
    }

    /** Reads a stream to its end; returns when the end came. */
    private static Instant read(HttpResponse<Stream<String>> answer, AtomicLong events) {
        answer.body().filter(line -> line.startsWith("data:")).forEach(line -> events.incrementAndGet());
        return Instant.now();
    }
}
