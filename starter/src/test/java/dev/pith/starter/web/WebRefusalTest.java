package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web server refuses: each with the right status, one clear line, and nothing internal. */
@Tag("servers")
class WebRefusalTest extends InAServedHome {

    private String id = "";

    @BeforeAll
    void store() {
        id = served.conversation("refused");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "0.0.0.0", "[::2]:80"})
    void anotherHost_isRefused(String host) throws IOException {
        for (String path : new String[] {"/", "/v1/conversations", "/healthz", "/assets/app.js"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
    void thisMachinesNames_areServed(String host) throws IOException {
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: " + host + ":" + served.port()
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
    void aRequestFromAPageOfAnotherSite_isRefused(String origin) {
        String path = "/v1/conversations/" + id + "/undo";
        problem(403, served.send(served.request(path).header("Origin", origin).POST(BodyPublishers.noBody())));
        problem(403, served.send(served.request("/v1/conversations").header("Origin", origin)));
        problem(403, served.send(served.request("/v1/conversations").header("Sec-Fetch-Site", "cross-site")));
    }

    @Test
    void aRequestFromItsOwnPage_isServed() {
        String origin = "http://127.0.0.1:" + served.port();
        assertThat(served.send(served.request("/v1/conversations")
                                .header("Origin", origin)
                                .header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/plain | {} | 415
                    application/x-www-form-urlencoded | a=b | 415
                    application/json;charset=utf-16 | {} | 415
                    application/json | {"focus" | 400
                    application/json | [] | 422
                    application/json | null | 400
                    application/json | 7 | 422
                    application/json | {"focus":7} | 422
                    application/json | {"preview":"yes"} | 422
                    application/json | {"targetTokens":1} | 422
                    application/json | {"targetTokens":"100"} | 422
                    application/json | {"targetTokens":99999999999} | 422
                    application/json | {"strategy":"magic"} | 422
                    application/json | {"strategy":3} | 422
                    application/json | {"nonsense":1} | 422
                    application/json | {"model":"unheard-of"} | 422
                    application/json | {"fresh":true} | 422
                    application/json | {"targetRatio":0.5} | 422
                    application/json | {"strategy":"prune","targetRatio":7} | 422
                    application/json | {"targetTokens":100,"targetRatio":0.5} | 422
                    application/json | {} {} | 422
                    application/json;charset="UTF-8" | {"strategy":"gist","preview":true} | 422
                    """)
    void aBodyThatBreaksARule_isRefused(String type, String body, int status) {
        problem(
                status,
                served.send(served.request("/v1/conversations/" + id + "/compactions")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))));
    }

    @Test
    void aBodyThatIsTooLargeDeepOrInAnotherEncoding_isRefused() {
        String path = "/v1/conversations/" + id + "/compactions";
        problem(413, served.post(path, "{\"focus\":\"" + "x".repeat(70_000) + "\"}"));
        problem(422, served.post(path, "[".repeat(5_000)));
        problem(422, served.post(path, "{\"focus\":\"" + "x".repeat(3_000) + "\"}"));
        HttpResponse<String> utf16 = served.send(served.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{}".getBytes(StandardCharsets.UTF_16))));
        problem(400, utf16);
    }

    /** A workflow would try to store it several times, and fail as with a defect. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/conversations/ID/compactions | {"focus":"a\\u0000b"} | focus
                    /v1/conversations/ID/compactions | {"focus":"\\ud800"} | focus
                    /v1/backfills | {"select":{"project":"\\u0000"}} | select.project
                    /v1/backfills | {"select":{"match":"*\\udc00"}} | select.match
                    /v1/backfill-plans | {"compaction":{"focus":"\\u0000"}} | compaction.focus
                    /v1/backfill-plans | {"paths":["/tmp/\\u0000"]} | paths.[0]
                    /v1/conversations | {"key":"k","title":"\\u0000"} | title
                    """)
    void aTextThatCannotBeStored_isRefused(String path, String body, String field) {
        assertThat(problem(422, served.post(path.replace("ID", id), body))
                        .path("detail")
                        .asText())
                .isEqualTo(
                        "the field " + field + " has a character that cannot be stored, U+0000 or half of a surrogate"
                                + " pair: leave it out");
    }

    @Test
    void aFieldThatIsGivenTwice_isRefused_notDropped() {
        String message = "\"messages\":[{\"role\":\"user\",\"content\":\"one of two\"}]";
        String before = served.get("/v1/conversations/" + id).body();
        for (String body : new String[] {
            "{" + message + "," + message + "}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"one\",\"content\":\"two\"}]}"
        }) {
            problem(400, served.post("/v1/conversations/" + id + "/messages", body));
        }
        assertThat(problem(400, served.post("/v1/conversations", "{\"key\":\"a\",\"key\":\"b\"}"))
                        .path("detail")
                        .asText())
                .startsWith("the body has a field twice");
        assertThat(served.get("/v1/conversations/" + id).body()).isEqualTo(before);
        assertThat(problem(422, served.post("/v1/conversations", "{\"key\":\"a\"}{}"))
                        .path("detail")
                        .asText())
                .contains("more after its JSON value");
    }

    @Test
    void aBodyThatEndsEarly_isRefused() throws IOException {
        assertThat(raw(head("Content-Length: 100") + "{\"focus\":")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aBodyThatTricklesIn_isRefusedAfterAGrace() throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Content-Length: 1000").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            for (int sent = 0; sent < 150 && in.available() == 0; sent++) {
                out.write('x');
                Thread.sleep(100);
            }
            socket.shutdownOutput();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("urn:pith:problem:body-too-slow", "500 bytes a second");
        }
    }

    @Test
    void aBodyInBrokenChunks_isRefused_notADefect() throws IOException {
        assertThat(raw(head("Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private String head(String header) {
        return "POST /v1/conversations/" + id + "/compactions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/conversations?limit=0, 422",
        "/v1/conversations?limit=201, 422",
        "/v1/conversations?limit=ten, 422",
        "/v1/conversations?limit=1&limit=2, 422",
        "/v1/conversations?color=red, 422",
        "/v1/conversations?subagents=maybe, 422",
        "/v1/conversations?filter=%00, 422",
        "/v1/conversations/nothing, 404",
        "/v1/conversations/nothing/messages, 404",
        "/v1/conversations/nothing/context, 404",
        "/v1/conversations/%00, 404",
        "/v1/summaries/nothing, 404",
        "/v1/compactions/nothing, 404",
        "/v1/compactions/nothing/events, 404",
        "/v1/compactions?state=odd, 422",
        "/v1/backfills/nothing, 404",
        "/v1/search?query=%20, 422",
        "/v1/search?query=x&kind=odd, 422",
        "/v1/nothing, 404",
        "/nothing, 404",
        "/assets/..%2Findex.html, 404",
        "/assets/nothing.js, 404"
    })
    void whatIsNotThereOrWronglyAsked_isRefused(String path, int status) throws IOException {
        if (path.contains("%")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                    .containsPattern("HTTP/1.1 (" + status + "|400)");
        } else {
            problem(status, served.get(path));
        }
    }

    @Test
    void whatTheContainerRefuses_isAProblemToo() throws IOException {
        String path = "/v1/conversations?filter=";
        for (String request : new String[] {
            "GET " + path + "x".repeat(300_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
            "GET /v1/%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
            "NONSENSE\r\n\r\n"
        }) {
            assertThat(raw(request))
                    .containsPattern("^HTTP/1.1 4\\d\\d")
                    .contains("application/problem+json", "\"detail\"")
                    .doesNotContain("<html", "Jetty");
        }
    }

    @Test
    void anotherMethod_isRefused() {
        problem(405, served.post("/v1/events", ""));
        problem(405, served.delete("/v1/search"));
    }

    @Test
    void head_asksWhetherTheServerIsReady_andNothingOfTheApi() {
        HttpResponse<String> ready = served.send(served.request("/readyz").method("HEAD", BodyPublishers.noBody()));
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Content-Type").orElse("")).contains("json");
        for (String path : new String[] {"/metrics", "/v1/conversations"}) {
            assertThat(served.send(served.request(path).method("HEAD", BodyPublishers.noBody()))
                            .statusCode())
                    .as(path)
                    .isEqualTo(405);
        }
    }

    @Test
    void everyAnswer_forbidsForeignCode() {
        for (String path : new String[] {"/", "/v1/conversations", "/v1/nothing", "/healthz"}) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }
}
