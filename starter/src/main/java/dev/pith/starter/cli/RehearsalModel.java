package dev.pith.starter.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A local model server that streams the same summary for every call of the {@link Rehearsal}. */
final class RehearsalModel implements AutoCloseable {

    private static final String ANSWER = """
            data: {"choices":[{"delta":{"content":"## Objective\\nItems are looked at again.\\n\\n"}}]}

            data: {"choices":[{"delta":{"content":"## Next step\\nThe next item.\\n"},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":40000,"completion_tokens":20}}

            data: [DONE]

            """;

    private final HttpServer server;

    private RehearsalModel(HttpServer server) {
        this.server = server;
    }

    /** Starts the server on a free port. */
    static RehearsalModel start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RehearsalModel::answer);
        server.start();
        return new RehearsalModel(server);
    }

    /** Returns a {@code pith.toml} that configures this model. */
    String configuration() {
        return """
                [models.rehearsal]
                provider = "openai"
                base_url = "http://127.0.0.1:%d/v1"
                model = "rehearsal"
                context_window = 16000
                concurrency = 2
                """.formatted(server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(ANSWER.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
