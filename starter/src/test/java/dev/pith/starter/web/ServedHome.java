package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pith.activities.search.BackgroundIndex;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.backfill.BackgroundImports;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.config.SettingsLoader;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.web.live.Feeds;
import dev.pith.starter.web.route.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A home with a fake model, its engine and the web server over it, as {@code pith serve} runs them. */
public final class ServedHome implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Chunks so small that short conversations have several. */
    private static final String SETTINGS = """
            context_window = 2_000
            tail_turns = 1
            tail_min_tokens = 100
            tail_max_tokens = 500
            summary_max_tokens = 400
            single_pass_max_tokens = 1_000
            chunk_max_tokens = 1_000
            """;

    final FakeModel fake = FakeModel.start();
    final Engine engine;
    private final Monitoring monitoring = Monitoring.begin();
    private final Home home;
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    private ServedHome(Home home, String more, Engine.Needs needs) throws IOException {
        this.home = home;
        Files.writeString(home.root().resolve("pith.toml"), more + model(fake.baseUrl()));
        this.engine = Engine.open(settings(), needs, "test", StartupProgress.SILENT);
        monitoring.watch(engine);
        this.server = WebServer.start(WebOptions.of(settings(), "0"), engine, this::settings, monitoring);
    }

    public static ServedHome in(Path directory) throws IOException {
        return new ServedHome(TestHome.withStore(directory.resolve("served")), SETTINGS, Engine.Needs.WORKER);
    }

    /** With more settings. */
    static ServedHome with(Path directory, String more) throws IOException {
        return new ServedHome(TestHome.withStore(directory.resolve("served")), more + SETTINGS, Engine.Needs.WORKER);
    }

    /** With the sizes that a user has who sets none. */
    static ServedHome withDefaultSizes(Path directory) throws IOException {
        return new ServedHome(TestHome.withStore(directory.resolve("served")), "", Engine.Needs.WORKER);
    }

    /** Without a worker, and with more settings. */
    static ServedHome withoutWorker(Path directory, String more) throws IOException {
        return new ServedHome(TestHome.withStore(directory.resolve("served")), more + SETTINGS, Engine.Needs.TEMPORAL);
    }

    private static String model(String baseUrl) {
        return """
            [models.fake]
            base_url = "%s"
            model = "fake-1"
            api_key_env = ""
            context_window = 20_000
            price_input = 1.0
            price_output = 10.0
            [models.keyed]
            base_url = "http://127.0.0.1:1/v1"
            model = "keyed-1"
            api_key_env = "PITH_TEST_KEY_THAT_IS_NOT_SET"
            context_window = 20_000
            """.formatted(baseUrl);
    }

    Backend backend() {
        return new Backend(
                engine,
                this::settings,
                new BackgroundIndex(engine.searchIndex()),
                new Feeds(),
                new BackgroundImports());
    }

    Settings settings() {
        return new SettingsLoader(Map.of(Setting.HOME, home.root().toString()), Map.of()).load();
    }

    Database database() {
        return engine.database();
    }

    Path file(String name) {
        return home.root().resolve(name);
    }

    /** Kills the home's PostgreSQL; the engine starts it again. */
    void killPostgres() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(file("postgres/data/postmaster.pid")).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Stores a conversation of several chunks; answers with its id. */
    public String conversation(String nativeId) {
        return StoredConversation.dialogue(database(), nativeId, 12, 400);
    }

    public String url(String path) {
        return server.address().url() + path;
    }

    int port() {
        return server.address().port();
    }

    int streams() {
        return server.streams();
    }

    /** Stops the web server and starts another on the same port; the engine stays. */
    void restartServer() {
        restartServer(() -> {});
    }

    /** The same, with something done while there is no server. */
    void restartServer(Runnable meanwhile) {
        int port = port();
        server.close();
        meanwhile.run();
        server = WebServer.start(WebOptions.of(settings(), String.valueOf(port)), engine, this::settings, monitoring);
    }

    /** Sends a request; its answer must be as the API's document describes it. */
    HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            boolean isJson =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            ApiDocument.check(
                    request.method(),
                    request.uri().getRawPath(),
                    answer,
                    isJson ? json(answer) : MissingNode.getInstance());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Reads a stream of events. */
    InputStream stream(String path, String... headers) throws IOException {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The object of an answer that succeeded. */
    static JsonNode object(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return json(response);
    }

    /** The problem of an answer with this status. */
    static JsonNode problem(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("type").asText()).startsWith("urn:pith:problem:");
        assertThat(problem.path("detail").asText())
                .isNotBlank()
                .doesNotContain("Exception", "dev.pith", "java.", "jdbi");
        return problem;
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
        engine.close();
        monitoring.close();
        fake.close();
        try {
            TestHome.leave(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
