package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.hang;
import static dev.pith.activities.testing.Behavior.summary;
import static dev.pith.activities.testing.Behavior.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Gists that a model writes, from the workflow to the endpoint. */
@Tag("servers")
class GistByModelTest extends InAScene {

    private static final String FIRST = "## Gist\nThe first gist tells of request number 3 and the piers of Falmouth.";

    @BeforeEach
    void ofGists() {
        scene.gist = GistSpec.defaults();
        scene.sizes = Scene.chunksOf(20_000);
    }

    private static boolean isMerge(Call call) {
        return call.instructions().equals(Prompt.GIST.text());
    }

    @AlongsideTest
    void isOneCallOfItsOwnPrompt() {
        scene.fake.behaves(call -> text(FIRST));
        String id = scene.conversation("one");
        assertCompacted(scene.compact(id));

        assertThat(gist(id)).isEqualTo(FIRST + "\n");
        assertThat(scene.fake.calls()).singleElement().satisfies(call -> {
            assertThat(call.instructions()).isEqualTo(Prompt.GIST.text());
            assertThat(call.material()).contains("Request number 11").doesNotContain("<summary>");
        });
    }

    @AlongsideTest
    void theNextReadsItAndOnlyTheNewMessages() {
        scene.fake.behaves(
                call -> text(call.number() == 1 ? FIRST : "## Gist\nRequest number 14 is now of Penzance too."));
        String id = scene.conversation("next");
        scene.compact(id);
        scene.grow("next", 12, 10);
        assertCompacted(scene.compact(id));

        Call second = scene.fake.calls().get(1);
        assertThat(second.instructions()).isEqualTo(Prompt.GIST.text());
        assertThat(second.material())
                .contains("<summary>\n" + FIRST, "Request number 12", "Request number 21")
                .doesNotContain("Request number 11");
        assertThat(gist(id)).contains("Penzance");
    }

    @AlongsideTest
    void upToDateItAsksNobody() {
        String id = scene.conversation("fresh");
        scene.compact(id);
        scene.grow("fresh", 12, 9);
        Compaction ended = scene.compact(id);

        assertThat(ended.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(scene.calls()).isOne();
    }

    @AlongsideTest
    void ofSeveralChunksItIsTheirMerge() {
        scene.sizes = Scene.chunksOf(1_300);
        String id = scene.conversation("long");
        assertCompacted(scene.compact(id));

        List<Call> calls = scene.fake.calls();
        Call merge = calls.get(calls.size() - 1);
        assertThat(calls.subList(0, calls.size() - 1))
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> assertThat(call.instructions()).isEqualTo(Prompt.CHUNK.text()));
        assertThat(merge.instructions()).isEqualTo(Prompt.GIST.text());
        assertThat(merge.material()).contains("<part messages=\"1 to ").doesNotContain("<transcript");
    }

    /** It may take as long as its call and the wait for its turn: 91 seconds. */
    @AlongsideTest
    void aMergeThatTakesTooLongIsWrittenWithoutTheModelAndNotPaidForAgain() {
        scene.sizes = Scene.chunksOf(1_300);
        scene.timeouts = scene.patient();
        scene.callSeconds = 1;
        scene.fake.behaves(call -> isMerge(call) ? hang(Duration.ofMinutes(10)) : summary(80));
        String id = scene.conversation("slow");
        Running running = scene.start(id);
        // Its plan stores it, which comes after the start.
        await().atMost(Duration.ofSeconds(150))
                .until(() -> scene.found(running)
                        .filter(compaction -> !compaction.running())
                        .isPresent());

        assertDegraded(scene.stored(running), "no reply came in its time");
        assertThat(scene.fake.calls().stream().filter(GistByModelTest::isMerge)).hasSize(1);
    }

    @AlongsideTest
    void aGreetingsGistMayBeLongerThanItself() {
        scene.fake.behaves(call -> text("## Gist\nA person greeted the harbor master and nothing else was said."));
        String id = scene.greeting("hello");

        assertCompacted(scene.compact(id));
        assertThat(gist(id)).contains("greeted the harbor master");
    }

    @AlongsideTest
    void degradedItIsDoneAgainFromWhereItBegan() {
        scene.fake.behaves(call -> call.number() == 1 ? text(FIRST) : text(""));
        String id = scene.conversation("degraded");
        scene.compact(id);
        scene.grow("degraded", 12, 10);
        assertDegraded(scene.compact(id), "the reply was empty");
        assertThat(gist(id)).startsWith("## Gist").contains("Request number 21");
        scene.fake.behaves(call -> text("## Gist\nEach request number is whole again in Penzance."));
        int calls = scene.calls();
        assertCompacted(scene.compact(id));

        assertThat(scene.fake.calls().subList(calls, scene.calls()))
                .singleElement()
                .satisfies(call -> assertThat(call.material())
                        .contains(FIRST, "Request number 12")
                        .doesNotContain("Request number 11"));
        assertThat(gist(id)).contains("whole again");
        assertThat(scene.compact(id).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @AlongsideTest
    void whoKeepsWhatThereIsKeepsTheEarlierGist() {
        scene.onFailure = OnModelFailure.KEEP;
        scene.fake.behaves(call -> call.number() == 1 ? text(FIRST) : text(""));
        String id = scene.conversation("kept");
        scene.compact(id);
        scene.grow("kept", 12, 10);

        assertKept(scene.compact(id), "the last reply of model fake was empty");
        assertThat(gist(id)).isEqualTo(FIRST + "\n");
    }

    @AlongsideTest
    void runsBesideACompactionOfTheSameConversation() {
        CountDownLatch held = new CountDownLatch(1);
        scene.fake.behaves(call -> {
            if (call.instructions().equals(Prompt.GIST.text())) {
                waitFor(held);
            }
            return summary(80);
        });
        String id = scene.conversation("beside");
        Running gist = scene.start(id);
        await().atMost(Patience.LONG).until(() -> scene.calls() == 1);
        scene.gist = null;
        assertCompacted(scene.ended(scene.start(id)));

        assertThat(scene.compactions.settled(gist.request().id()).orElseThrow().running())
                .as("its own workflow is looked for")
                .isTrue();
        assertThat(scene.compactions.progress(id, Strategy.GIST).orElseThrow().compaction())
                .isEqualTo(gist.request().id());
        held.countDown();
        assertCompacted(scene.ended(gist));
    }

    @AlongsideTest
    void canceledItLeavesTheEarlierOne() {
        CountDownLatch held = new CountDownLatch(1);
        scene.fake.behaves(call -> {
            waitFor(held);
            return summary(80);
        });
        String id = scene.conversation("canceled");
        Running gist = scene.start(id);
        await().atMost(Patience.LONG).until(() -> scene.calls() == 1);

        assertThat(scene.compactions.cancel(id, Strategy.ROLLING)).isEmpty();
        assertThat(scene.compactions.cancel(id, Strategy.GIST))
                .hasValue(gist.request().id());
        assertThat(scene.ended(gist).outcome()).isEqualTo(Outcome.CANCELED);
        held.countDown();
        assertThat(scene.database
                        .table(Conversations.class)
                        .find(id)
                        .orElseThrow()
                        .gist())
                .isNull();
    }

    private String gist(String conversation) {
        String id = scene.database
                .table(Conversations.class)
                .find(conversation)
                .orElseThrow()
                .gist();
        return scene.database
                .table(Summaries.class)
                .find(String.valueOf(id))
                .orElseThrow()
                .text();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
