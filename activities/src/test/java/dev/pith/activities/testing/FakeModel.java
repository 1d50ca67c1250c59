package dev.pith.activities.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model endpoint on this machine that behaves as it is told: chat completions in OpenAI's format, over real HTTP. It notes
 * every call that reached it.
 */
public final class FakeModel implements AutoCloseable {

    private static final Pattern WORDS = Pattern.compile("at most (\\d{1,6}) words");
    private static final double TOKENS_A_WORD = 1.4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern LENGTH = Pattern.compile("Length: at most (\\d+) words");

    static {
        // Without it, each answer waits 40 ms for an acknowledgment: no model server does that.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-model");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Function<Call, Behavior> behavior = call -> Behavior.summary(80);

    private FakeModel(HttpServer server) {
        this.server = server;
    }

    /**
     * A call.
     *
     * @param number counted from 1
     * @param running how many calls were served at that moment, this one included
     * @param prompt its size
     * @param arrived when it came, by {@link System#nanoTime}
     */
    public record Call(
            int number,
            int running,
            JsonNode body,
            String instructions,
            String material,
            PromptSize prompt,
            long arrived) {

        /** All messages together, as Pith counts. */
        public int promptTokens() {
            return prompt.tokens();
        }

        /** How many tokens the prompt's "at most N words" are, or the most where it says nothing. */
        public int asked(int most) {
            Matcher words = WORDS.matcher(material);
            int asked = most;
            while (words.find()) {
                asked = Math.min(most, (int) (Integer.parseInt(words.group(1)) * TOKENS_A_WORD));
            }
            return asked;
        }

        /** Whether a stream was asked for. */
        public boolean streams() {
            return body.path("stream").asBoolean();
        }

        /** About how many tokens the words that the prompt asks for take. */
        public int askedTokens() {
            Matcher words = LENGTH.matcher(material);
            return words.find() ? Integer.parseInt(words.group(1)) * 4 / 3 : 80;
        }

        /** The most tokens that the answer may have; 0 where nothing is said. */
        public int maxTokens() {
            return body.path(body.has("max_tokens") ? "max_tokens" : "max_completion_tokens")
                    .asInt();
        }
    }

    /** On a port that is free. */
    public static FakeModel start() {
        return start(0);
    }

    /** On a port; 0 takes a free one. */
    public static FakeModel start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            FakeModel model = new FakeModel(server);
            server.setExecutor(model.threads);
            server.createContext("/v1/chat/completions", model::serve);
            server.start();
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its server tells of itself at a path outside the interface for calls; without it, nothing. */
    public FakeModel tells(String path, String json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                FakeReply.raw(exchange, 200, json);
            }
        });
        return this;
    }

    /** How it answers each call from now on. */
    public FakeModel behaves(Function<Call, Behavior> how) {
        behavior = how;
        return this;
    }

    /** Where it is. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Every call that reached it, refused ones included. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many calls were served at the same time, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        long arrived = System.nanoTime();
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        int now = running.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        try (exchange) {
            Call call = note(body, now, arrived);
            behavior.apply(call).answer(exchange, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
    }

    private synchronized Call note(JsonNode body, int now, long arrived) {
        StringBuilder instructions = new StringBuilder();
        StringBuilder material = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            boolean user = message.path("role").asText().equals("user");
            (user ? material : instructions).append(message.path("content").asText());
        }
        String system = instructions.toString();
        String user = material.toString();
        Call call = new Call(calls.size() + 1, now, body, system, user, new PromptSize(system, user), arrived);
        calls.add(call);
        return call;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
