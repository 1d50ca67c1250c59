package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.durability.PithProcess;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.tracing.SentSpan;
import dev.pith.starter.tracing.TraceReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The traces of a home with two workers, as they reach a collector. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesTest {

    private static final Duration PATIENCE = Patience.LONG;

    private final TraceReceiver receiver = TraceReceiver.start();
    private ServedHome served;
    private PithProcess worker;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        served = ServedHome.with(directory, "traces_endpoint = \"" + receiver.url() + "\"\n");
        worker = PithProcess.start(new Home(served.file("")), Map.of("PITH_TRACES_ENDPOINT", receiver.url()), "worker");
        worker.awaitOutput("takes work from Temporal");
    }

    @AfterAll
    void close() throws InterruptedException {
        worker.kill();
        served.close();
        receiver.close();
    }

    /** With words of its own: no stored reply fits it. */
    private String conversation(String name) {
        List<NewMessage> messages = new ArrayList<>();
        for (int turn = 0; turn < 12; turn++) {
            messages.add(Messages.person("p" + turn, "a" + (turn - 1), name + " " + turn + ": please go on."));
            messages.add(Messages.agent("a" + turn, "p" + turn, Messages.words(400, turn)));
        }
        return StoredConversation.store(served.database(), Messages.session(name), messages)
                .conversation();
    }

    private JsonNode compact(String conversation, String flush) {
        return ServedHome.object(served.post(
                "/v1/conversations/" + conversation + "/compactions?wait=60s",
                "{\"model\":\"fake\",\"flush\":\"" + flush + "\"}"));
    }

    /** The spans of a compaction, once the named ones are there. */
    private List<SentSpan> spans(String compaction, String... awaited) {
        await().atMost(PATIENCE).until(() -> names(of(compaction)).containsAll(Set.of(awaited)));
        return of(compaction);
    }

    private List<SentSpan> of(String compaction) {
        List<SentSpan> all = receiver.spans();
        Set<String> traces = all.stream()
                .filter(span -> compaction.equals(span.attributes().get("pith.compaction.id")))
                .map(SentSpan::trace)
                .collect(Collectors.toSet());
        return all.stream().filter(span -> traces.contains(span.trace())).toList();
    }

    private static Set<String> names(List<SentSpan> spans) {
        return spans.stream().map(SentSpan::name).collect(Collectors.toSet());
    }

    private static SentSpan only(List<SentSpan> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCompactionWithItsFlush_isOneTrace() {
        String conversation = conversation("one trace");
        String id = compact(conversation, "background").path("id").asText();

        List<SentSpan> spans =
                spans(id, "compaction", "Plan", "Summarize", "Merge", "Commit", "Extract", "chat fake-1");
        assertThat(spans).extracting(SentSpan::trace).containsOnly(spans.get(0).trace());
        SentSpan root = only(spans, "compaction");
        assertThat(root.parent()).isEmpty();
        assertThat(root.attributes())
                .containsEntry("pith.outcome", "compacted")
                .containsEntry("pith.strategy", "rolling")
                .containsEntry("gen_ai.conversation.id", conversation)
                .containsKeys("pith.tokens.before", "pith.tokens.after");
        for (String step : List.of("Plan", "Summarize", "Merge", "Commit", "Extract")) {
            assertThat(only(spans, step).parent()).as(step).isEqualTo(root.id());
            assertThat(only(spans, step).attributes()).containsEntry("gen_ai.conversation.id", conversation);
        }
        assertThat(only(spans, "Summarize").attributes())
                .containsEntry("pith.rung", "normal")
                .containsEntry("pith.verdict", "fit")
                .containsEntry("pith.attempt", "1")
                .containsKey("pith.chunk.index");
        Set<String> steps = spans.stream()
                .filter(span -> Set.of("Summarize", "Merge", "Extract").contains(span.name()))
                .map(SentSpan::id)
                .collect(Collectors.toSet());
        List<SentSpan> calls =
                spans.stream().filter(span -> span.name().startsWith("chat ")).toList();
        assertThat(calls).hasSizeGreaterThan(2).allSatisfy(call -> {
            assertThat(steps).contains(call.parent());
            assertThat(call.kind()).isEqualTo(3);
            assertThat(call.attributes())
                    .containsEntry("gen_ai.conversation.id", conversation)
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("gen_ai.response.finish_reasons", "stop")
                    .containsEntry("server.address", "127.0.0.1")
                    .containsKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
        });
    }

    @Test
    void noText_isSent() {
        String conversation = conversation("a secret session");
        spans(compact(conversation, "background").path("id").asText(), "compaction", "Extract");

        Set<String> texts = new HashSet<>(served.database()
                .transact(handle -> handle.select("""
                        select left(said #>> '{}', 40) from message, jsonb_path_query(parts, '$.**.text') said
                        union select left(text, 40) from summary
                        union select left(text, 40) from model_reply where text <> ''
                        """).mapTo(String.class).list()));
        assertThat(texts).hasSizeGreaterThan(12);
        served.fake.calls().forEach(call -> texts.add(call.instructions().substring(0, 40)));
        assertThat(receiver.sent())
                .contains("chat fake-1")
                .doesNotContain(texts)
                .doesNotContain("a secret session", served.file("").toString());
    }

    @Test
    void aCallThatFails_isASpanWithTheTypeOfItsError() {
        AtomicBoolean burnt = new AtomicBoolean();
        // A call that another test left behind does not count.
        served.fake.behaves(call -> call.material().contains("a failure 0:") && burnt.compareAndSet(false, true)
                ? Behavior.error(503, "the harbor is on fire")
                : Behavior.summary(80));

        String id = compact(conversation("a failure"), "off").path("id").asText();

        await().atMost(PATIENCE)
                .until(() -> of(id).stream().anyMatch(span -> span.name().equals("chat fake-1") && span.failed()));
        List<SentSpan> spans = spans(id, "compaction", "chat fake-1");
        SentSpan failed = spans.stream()
                .filter(span -> span.name().equals("chat fake-1") && span.failed())
                .findFirst()
                .orElseThrow();
        assertThat(failed.attributes())
                .containsEntry("error.type", "overloaded")
                .containsEntry("http.response.status_code", "503");
        assertThat(spans)
                .filteredOn(span -> span.id().equals(failed.parent()))
                .singleElement()
                .satisfies(span -> assertThat(span.attributes()).containsKey("error.type"));
        assertThat(only(spans, "compaction").failed()).isFalse();
        assertThat(receiver.sent()).doesNotContain("on fire");
    }

    @Test
    void severalWorkers_writeIntoOneTrace() {
        boolean both = false;
        for (int i = 0; i < 20 && !both; i++) {
            String id = compact(conversation("shared " + i), "off").path("id").asText();
            List<SentSpan> spans = spans(id, "compaction", "Plan", "Summarize", "Commit");
            assertThat(spans)
                    .extracting(SentSpan::trace)
                    .containsOnly(spans.get(0).trace());
            both = spans.stream().map(SentSpan::process).distinct().count() == 2;
        }
        assertThat(both).isTrue();
    }

    @Test
    void aRequest_isASpanByItsRouteInTheTraceOfItsCaller() {
        String conversation = conversation("requested");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        served.send(served.request("/v1/conversations/" + conversation)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        await().atMost(PATIENCE)
                .until(() ->
                        receiver.spans().stream().anyMatch(span -> span.trace().equals(trace)));
        assertThat(receiver.spans())
                .filteredOn(span -> span.trace().equals(trace))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.name()).isEqualTo("GET /v1/conversations/{id}");
                    assertThat(span.kind()).isEqualTo(2);
                    assertThat(span.parent()).isEqualTo("00f067aa0ba902b7");
                    assertThat(span.attributes())
                            .containsEntry("http.route", "/v1/conversations/{id}")
                            .containsEntry("http.response.status_code", "200");
                });
    }

    @Test
    void aCollectorThatNeverAnswers_failsNothing(@TempDir Path directory) throws IOException {
        try (TraceReceiver hangs = TraceReceiver.thatHangs()) {
            ServedHome home = ServedHome.with(directory, "traces_endpoint = \"" + hangs.url() + "\"\n");
            String conversation = home.conversation("unheard");
            JsonNode ended = ServedHome.object(home.post(
                    "/v1/conversations/" + conversation + "/compactions?wait=60s",
                    "{\"model\":\"fake\",\"flush\":\"off\"}"));
            assertThat(ended.path("outcome").asText()).isEqualTo("compacted");
            home.close();
            assertThat(hangs.requests()).isPositive();
        }
    }
}
