package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.error;
import static dev.pith.activities.testing.Behavior.hang;
import static dev.pith.activities.testing.Behavior.status;
import static dev.pith.activities.testing.Behavior.summary;
import static dev.pith.activities.testing.Behavior.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.DevServer;
import dev.pith.starter.engine.FlushClient;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/** Flushes whose memories a model extracts, over real HTTP and a real Temporal server. */
@Tag("servers")
class FlushByModelTest extends InAScene {

    private static final Duration PATIENCE = Patience.LONG;

    private static final String MEMORY =
            "[{\"kind\":\"fact\",\"text\":\"The tide gauge at Cuxhaven reports every ten minutes.\",\"messages\":[2,2]}]";

    @AlongsideTest
    void aCompactionsFlushAsksItsModelOnceAndWritesWhatItFound() {
        scene.flush = FlushMode.INLINE;
        flushesAnswer(call -> text(MEMORY));
        String conversation = scene.conversation("s");
        scene.ended(scene.start(conversation));
        assertThat(flushes(conversation))
                .allMatch(Flush::done)
                .extracting(Flush::memories)
                .containsExactly(1);
        assertThat(flushCalls()).isEqualTo(1);
        assertThat(memories()).containsExactly("The tide gauge at Cuxhaven reports every ten minutes.");
        assertThat(purposes()).contains("flush");
    }

    @AlongsideTest
    void theSameReplyIsNotPaidForTwice() {
        flushesAnswer(call -> text(MEMORY));
        String conversation = scene.conversation("s");
        flush(conversation, 12);
        scene.database.transact(handle -> handle.execute("update flush set state = 'pending', memories = null"));
        client().wake(conversation);
        untilDone(conversation);
        assertThat(flushCalls()).isEqualTo(1);
        assertThat(memories()).hasSize(1);
    }

    @AlongsideTest
    void whatIsNoListOfMemoriesIsNeverWrittenAndTheLastRungNeedsNoModel() {
        flushesAnswer(call -> text("Here is what I found: " + Proof.UNFIT));
        String conversation = scene.conversation("s");
        flush(conversation, 12);
        assertThat(flushCalls()).isEqualTo(2);
        assertThat(memories()).noneMatch(memory -> memory.contains(Proof.UNFIT));
    }

    @AlongsideTest
    void aServerThatAsksToWaitIsAskedAgainAndTheNextRangeNeedNotWaitForIt() {
        AtomicInteger calls = new AtomicInteger();
        flushesAnswer(
                call -> calls.incrementAndGet() == 1 ? status(429, "{}", Map.of("Retry-After", "2")) : text(MEMORY));
        String conversation = scene.conversation("s");
        request(conversation, 10);
        flush(conversation, 20);
        assertThat(flushes(conversation)).allMatch(Flush::done).allMatch(flush -> flush.attempts() == 0);
    }

    @AlongsideTest
    void aBrokenEndpointPutsTheFlushOffWithItsWordsAndLosesNothing() {
        scene.attempts = 2;
        scene.onFailure = OnModelFailure.KEEP;
        flushesAnswer(call -> error(500, "the tide pool is dry"));
        String conversation = scene.conversation("s");
        request(conversation, 12);
        client().wake(conversation);
        await().atMost(PATIENCE).until(() -> flushes(conversation).get(0).attempts() == 1);
        assertThat(flushes(conversation).get(0).error()).contains("the tide pool is dry");
        assertThat(flushes(conversation).get(0).pending()).isTrue();
        assertThat(client().progress(conversation).orElseThrow().lastError()).contains("the tide pool is dry");
        flushesAnswer(call -> text(MEMORY));
        client().request(conversation, scene.use());
        untilDone(conversation);
        assertThat(memories()).hasSize(1);
    }

    @AlongsideTest
    void anAttemptHasNinetySecondsAndTheNextRangeGoesOnAfterThem() {
        scene.timeouts = scene.patient();
        flushesAnswer(
                call -> call.material().contains("Request number 1:") ? hang(Duration.ofMinutes(10)) : text(MEMORY));
        String conversation = scene.conversation("s");
        request(conversation, 10);
        request(conversation, 20);
        client().wake(conversation);
        await().atMost(Duration.ofSeconds(130))
                .until(() -> flushes(conversation).get(1).done());
        Flush hung = flushes(conversation).get(0);
        assertThat(hung.attempts()).isEqualTo(1);
        assertThat(hung.error()).isEqualTo("it took longer than 90 s");
        assertThat(hung.pending()).isTrue();
    }

    @AlongsideTest
    void temporalHoldsNoWordOfIt() {
        flushesAnswer(call -> text(MEMORY));
        String conversation = scene.conversation("s");
        flush(conversation, 12);
        String workflow = WorkflowIds.flush("pith/" + scene.database.storeId(), conversation);
        Proof.holdsNoText(workflow, conversation, "Cuxhaven");
    }

    private void flushesAnswer(Function<Call, Behavior> how) {
        scene.fake.behaves(call -> isFlush(call) ? how.apply(call) : summary(80));
    }

    private static boolean isFlush(Call call) {
        return call.instructions().contains("deserves to be remembered");
    }

    private long flushCalls() {
        return scene.fake.calls().stream().filter(FlushByModelTest::isFlush).count();
    }

    private void flush(String conversation, long through) {
        request(conversation, through);
        client().wake(conversation);
        untilDone(conversation);
    }

    private void request(String conversation, long through) {
        scene.working();
        scene.database.table(Flushes.class).request(conversation, through, null, RequestJson.of(scene.use()));
    }

    private void untilDone(String conversation) {
        await().atMost(PATIENCE).until(() -> flushes(conversation).stream().allMatch(Flush::done));
    }

    private FlushClient client() {
        return new FlushClient(DevServer.client(), SearchSupport.REGISTERED, scene.database);
    }

    private List<Flush> flushes(String conversation) {
        return scene.database.table(Flushes.class).of(conversation);
    }

    private List<String> memories() {
        return texts("select text from memory");
    }

    private List<String> purposes() {
        return texts("select purpose from model_call");
    }

    private List<String> texts(String sql) {
        return scene.database.transact(
                handle -> handle.select(sql).mapTo(String.class).list());
    }
}
