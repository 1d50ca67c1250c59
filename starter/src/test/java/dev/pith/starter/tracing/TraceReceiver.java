package dev.pith.starter.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A collector on this machine: takes traces by OTLP over HTTP at one path, or takes them and never answers. */
public final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final boolean answers;

    private TraceReceiver(String path, boolean answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(path, this::take);
        server.start();
    }

    public static TraceReceiver start() {
        return at("/v1/traces");
    }

    static TraceReceiver at(String path) {
        return new TraceReceiver(path, true);
    }

    public static TraceReceiver thatHangs() {
        return new TraceReceiver("/v1/traces", false);
    }

    /** The address without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests came. */
    public int requests() {
        return bodies.size();
    }

    public List<SentSpan> spans() {
        return bodies.stream().flatMap(body -> SentSpan.read(body).stream()).toList();
    }

    /** All that was sent, byte by byte, for a search. */
    public String sent() {
        StringBuilder sent = new StringBuilder();
        bodies.forEach(body -> sent.append(new String(body, StandardCharsets.ISO_8859_1)));
        return sent.toString();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(exchange.getRequestBody().readAllBytes());
            if (!answers) {
                closed.await();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
