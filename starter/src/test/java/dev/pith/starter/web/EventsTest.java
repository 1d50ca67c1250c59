package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.StoredConversation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams of events: a snapshot, then changes; nothing lost or doubled by a reader that reconnects. */
@Tag("servers")
class EventsTest extends InAServedHome {

    private static final Duration PATIENCE = Patience.LONG;

    private String start(String id) {
        return object(served.post("/v1/conversations/" + id + "/compactions", "{\"model\":\"fake\",\"flush\":\"off\"}"))
                .path("id")
                .asText();
    }

    /** With messages of its own: replies to the same text are not asked for again. */
    private String conversation(String nativeId, int length) {
        return StoredConversation.dialogue(served.database(), nativeId, 12, length);
    }

    @Test
    void aReaderSeesTheWayToTheEnd_andTheStreamEndsWithTheWork() throws IOException {
        served.fake.behaves(call -> Behavior.timed(Duration.ofMillis(800), Duration.ZERO, 150));
        String compaction = start(conversation("followed", 410));

        try (InputStream in = served.stream("/v1/compactions/" + compaction + "/events")) {
            List<SentEvent> events = SentEvent.all(in);

            assertThat(events.get(0).name()).isEqualTo("snapshot");
            assertThat(events.get(events.size() - 1).name()).isEqualTo("end");
            assertThat(events).extracting(SentEvent::id).doesNotHaveDuplicates();
            JsonNode last = SentEvent.state(events);
            assertThat(last.path("outcome").asText()).isEqualTo("compacted");
            assertThat(last.path("percent").asInt()).isEqualTo(100);
            assertThat(last.path("cells"))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(cell -> assertThat(cell.path("millis").asLong()).isGreaterThanOrEqualTo(800));
            assertThat(last).isEqualTo(withoutNulls(object(served.get("/v1/compactions/" + compaction))));
            int percent = 0;
            for (int i = 1; i <= events.size(); i++) {
                int now = SentEvent.state(events.subList(0, i)).path("percent").asInt();
                assertThat(now).isGreaterThanOrEqualTo(percent);
                percent = now;
            }
        }
    }

    @Test
    void aReaderThatReconnects_getsWhatItMissedAndNothingTwice() throws IOException {
        served.fake.behaves(call -> Behavior.timed(Duration.ofMillis(800), Duration.ZERO, 150));
        String path = "/v1/compactions/" + start(served.conversation("cut")) + "/events";
        List<SentEvent> seen;
        try (InputStream in = served.stream(path)) {
            seen = SentEvent.some(in, 2);
        }
        String last = seen.get(seen.size() - 1).id();
        try (InputStream in = served.stream(path, "Last-Event-ID", last)) {
            List<SentEvent> rest = SentEvent.all(in);
            assertThat(rest).extracting(SentEvent::name).doesNotContain("snapshot");
            assertThat(rest).extracting(SentEvent::id).doesNotContain(last);
            seen.addAll(rest);
        }
        assertThat(seen).extracting(SentEvent::id).doesNotHaveDuplicates();
        assertThat(SentEvent.state(seen).path("outcome").asText()).isEqualTo("compacted");
        String end = seen.get(seen.size() - 1).id();
        assertThat(served.send(served.request(path).header("Last-Event-ID", end))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void afterARestartOfTheServer_aReaderGetsTheWholeStateAnew() throws IOException {
        String compaction = start(served.conversation("restarted"));
        String path = "/v1/compactions/" + compaction + "/events";
        List<SentEvent> before;
        try (InputStream in = served.stream(path)) {
            before = SentEvent.all(in);
        }
        served.restartServer();
        try (InputStream in = served.stream(
                path, "Last-Event-ID", before.get(before.size() - 1).id())) {
            List<SentEvent> after = SentEvent.all(in);
            assertThat(after).hasSize(1);
            assertThat(after.get(0).name()).isEqualTo("end");
            assertThat(after.get(0).data()).isEqualTo(SentEvent.state(before));
        }
    }

    @Test
    void aServerThatStops_tellsWaitingRequestsToAskAgain() {
        served.fake.behaves(call -> Behavior.timed(Duration.ofSeconds(3), Duration.ZERO, 150));
        String compaction = start(conversation("awaited", 420));
        CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                .sendAsync(
                        served.request("/v1/compactions/" + compaction + "?wait=30s")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(object(served.get("/v1/compactions/" + compaction))
                        .path("state")
                        .asText())
                .isEqualTo("running");

        served.restartServer();

        HttpResponse<String> told = waiting.join();
        assertThat(problem(503, told).path("detail").asText()).isEqualTo("the server stops: ask again");
        assertThat(told.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theOverviewTellsOfACompactionWhenItBegins_andWhenItEnds() throws IOException {
        try (InputStream in = served.stream("/v1/events")) {
            SentEvent.some(in, 1);
            String compaction = start(served.conversation("overviewed"));
            await().atMost(PATIENCE)
                    .until(() -> SentEvent.some(in, 1)
                            .get(0)
                            .data()
                            .path("ended")
                            .path(compaction)
                            .path("outcome")
                            .asText()
                            .equals("compacted"));
        }
    }

    @Test
    void aReaderThatReadsNothing_holdsUpNobody_andOneThatVanishesIsForgotten() throws Exception {
        served.fake.behaves(call -> Behavior.timed(Duration.ofMillis(800), Duration.ZERO, 150));
        String path = "/v1/compactions/" + start(served.conversation("slow")) + "/events";
        int before = served.streams();
        try (Socket mute = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            mute.setReceiveBufferSize(1);
            mute.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = served.stream(path)) {
                assertThat(SentEvent.state(SentEvent.all(in)).path("outcome").asText())
                        .isEqualTo("compacted");
            }
        }
        await().atMost(PATIENCE).until(() -> served.streams() <= before);
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
            object.forEach(EventsTest::withoutNulls);
        }
        return node;
    }
}
