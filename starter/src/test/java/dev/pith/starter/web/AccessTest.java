package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.web.guard.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Access tokens: full or read-only, reloaded, given by a header or once by a browser. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private ServedHome served;
    private Path tokens;
    private String id = "";

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        tokens = directory.resolve("tokens");
        write("full " + Sha256.hex("all") + " me", "read " + Sha256.hex("look") + " a board");
        served = ServedHome.withoutWorker(directory, "web_tokens = \"" + tokens + "\"\n");
        id = served.conversation("guarded");
    }

    @AfterAll
    void close() {
        served.close();
    }

    private void write(String... lines) throws IOException {
        Files.write(tokens, List.of(lines));
    }

    private HttpResponse<String> get(String path, String token) {
        return served.send(served.request(path).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> undo(String token) {
        return served.send(served.request("/v1/conversations/" + id + "/undo")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void withoutAToken_onlyHealthAndThePageAnswer() {
        for (String path :
                List.of("/v1/conversations", "/v1/conversations/" + id, "/v1/events", "/v1/models", "/metrics")) {
            assertThat(problem(401, served.get(path)).path("detail").asText()).contains("access token");
        }
        problem(401, served.delete("/v1/conversations/" + id));
        problem(401, get("/v1/conversations", "wrong"));
        problem(401, served.send(served.request("/v1/conversations").header("Authorization", "Basic all")));
        object(served.get("/healthz"));
        assertThat(served.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatMayRead_mayNotChange() {
        object(get("/v1/conversations", "look"));
        assertThat(get("/metrics", "look").statusCode()).isEqualTo(200);
        problem(403, undo("look"));
        problem(
                403,
                served.send(served.request("/v1/backfills")
                        .header("Authorization", "Bearer look")
                        .POST(BodyPublishers.noBody())));
        problem(409, undo("all"));
    }

    @Test
    void aChangedFile_isReadAgain_andABrokenOneChangesNothing() throws IOException {
        write("full " + Sha256.hex("all"), "read " + Sha256.hex("look"), "read " + Sha256.hex("new"));
        object(get("/v1/conversations", "new"));

        Files.writeString(tokens, "full 123");
        object(get("/v1/conversations", "new"));

        write("full " + Sha256.hex("all"), "read " + Sha256.hex("look"));
        problem(401, get("/v1/conversations", "new"));
    }

    @Test
    @Timeout(60)
    void aStreamEndsWithItsToken() throws IOException {
        write("full " + Sha256.hex("all"), "read " + Sha256.hex("look"), "read " + Sha256.hex("passing"));
        try (InputStream stays = served.stream("/v1/events", "Authorization", "Bearer look");
                InputStream ends = served.stream("/v1/events", "Authorization", "Bearer passing")) {
            SentEvent.some(stays, 1);
            SentEvent.some(ends, 1);

            write("full " + Sha256.hex("all"), "read " + Sha256.hex("look"));

            // Returns at the end of the stream.
            SentEvent.all(ends);
            assertThat(served.streams()).isEqualTo(1);
        }
    }

    @Test
    void aBrowserGivesItsTokenOnce() {
        assertThat(object(served.get("/session")).path("access").asText()).isEqualTo("none");
        problem(401, served.post("/session", "{\"token\":\"wrong\"}"));

        HttpResponse<String> in = served.post("/session", "{\"token\":\"look\"}");

        assertThat(in.statusCode()).isEqualTo(204);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("look");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        HttpRequest.Builder list = served.request("/v1/conversations").header("Cookie", pair);
        assertThat(served.send(list).statusCode()).isEqualTo(200);
        problem(
                403,
                served.send(served.request("/v1/conversations/" + id + "/undo")
                        .header("Cookie", pair)
                        .POST(BodyPublishers.noBody())));

        served.send(served.request("/session").header("Cookie", pair).DELETE());
        problem(401, served.send(list));
    }

    @Test
    void anotherAddress_needsTokens() {
        assertThatThrownBy(() -> new WebOptions(ListenAddress.of("0.0.0.0:0"), List.of(), null))
                .hasMessageContaining("web_tokens")
                .hasMessageContaining("127.0.0.1");
    }
}
