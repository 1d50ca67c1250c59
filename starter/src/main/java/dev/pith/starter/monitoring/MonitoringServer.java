package dev.pith.starter.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.pith.starter.web.guard.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The HTTP server of a worker: {@code /metrics}, {@code /healthz} and {@code /readyz}, without access tokens, since its
 * answers hold no content of conversations. Thread-safe.
 */
public final class MonitoringServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    /** A system property of the JDK's server: how many seconds it waits for a request. */
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    private record Answer(int status, String type, String text) {}

    private final HttpServer server;
    private final ExecutorService threads;

    private MonitoringServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts the server.
     *
     * @throws UncheckedIOException if it cannot listen there
     */
    public static MonitoringServer start(ListenAddress address, Monitoring monitoring) {
        if (System.getProperty(REQUEST_SECONDS) == null) {
            System.setProperty(REQUEST_SECONDS, "10");
        }
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "pith-metrics");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        add(server, "/metrics", () -> new Answer(OK, Monitoring.CONTENT_TYPE, monitoring.scrape()));
        add(server, "/healthz", () -> plain(OK, "ok"));
        add(
                server,
                "/readyz",
                () -> monitoring
                        .trouble()
                        .map(trouble -> plain(UNAVAILABLE, trouble))
                        .orElseGet(() -> plain(OK, "ok")));
        server.createContext("/", exchange -> answer(exchange, plain(NOT_FOUND, "there is no such path")));
        server.start();
        return new MonitoringServer(server, threads);
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void add(HttpServer server, String path, Supplier<Answer> source) {
        HttpHandler handler = exchange -> {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                answer(exchange, plain(NOT_FOUND, "there is no such path"));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, plain(METHOD_NOT_ALLOWED, "the path has only GET"));
            } else {
                answer(exchange, source.get());
            }
        };
        server.createContext(path, handler);
    }

    private static Answer plain(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", text + "\n");
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
