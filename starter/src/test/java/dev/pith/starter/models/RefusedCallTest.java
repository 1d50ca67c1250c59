package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.error;
import static dev.pith.activities.testing.Behavior.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compaction;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.OnModelFailure;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no waiting mends: it fails at once, in the provider's words, and the context stays as it was. */
@Tag("servers")
class RefusedCallTest extends InAScene {

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "401, Incorrect API key provided, DEGRADE",
        "401, Incorrect API key provided, KEEP",
        "403, Your project may not use this model, DEGRADE",
        "404, The model fake-1 does not exist, DEGRADE",
        "400, Unknown field reasoning_effort, DEGRADE",
        "402, Your credit is used up, KEEP"
    })
    void failsAtOnceInTheProvidersWords(int status, String words, OnModelFailure onFailure) {
        scene.onFailure = onFailure;
        scene.concurrency = 1;
        scene.fake.behaves(call -> error(status, words));
        assertKept(scene.compact(scene.conversation("s")), status + ": " + words);
        assertThat(scene.calls()).isEqualTo(1);
    }

    @AlongsideTest
    void theOtherChunksAreNotAskedForAnyMore() {
        scene.concurrency = 2;
        scene.sizes = Scene.chunksOf(400);
        scene.fake.behaves(call -> error(401, "Incorrect API key provided"));
        assertKept(scene.compact(scene.conversation("s")), "401: Incorrect API key provided");
        assertThat(scene.calls()).isLessThanOrEqualTo(2);
    }

    @AlongsideTest
    void oncePutRightItGoesOnWithWhatWasPaid() {
        scene.concurrency = 1;
        // So small a window that one chunk cannot hold it all.
        scene.sizes = new Sizes(4_000, 1, 100, 500, 4_000, 1_300, 1_300);
        String conversation = scene.conversation("s");
        scene.fake.behaves(call -> call.number() == 3 ? error(402, "Your credit is used up") : summary(80));
        assertKept(scene.compact(conversation), "402: Your credit is used up");
        Compaction ended = scene.compact(conversation);
        assertCompacted(ended);
        assertThat(ended.chunks()).isGreaterThan(3);
        // Two chunks were written before, and are not asked for again.
        assertThat(scene.calls()).isEqualTo(ended.chunks() + 1);
    }

    @AlongsideTest
    void aKeyThatTheServerSaysBackIsToldNowhere() {
        scene.concurrency = 1;
        scene.fake.behaves(call -> error(401, "Incorrect API key provided: " + Scene.KEY));
        Compaction ended = scene.compact(scene.conversation("s"));
        assertKept(ended, "401: Incorrect API key provided");
        List<String> stored = scene.database.transact(
                handle -> handle.select("""
                select concat(request, error) from compaction
                union all select error from model_call
                union all select concat(error, dialect) from provider_state
                """).mapTo(String.class).list());
        assertThat(stored).isNotEmpty().noneMatch(text -> text.contains(Scene.KEY));
    }
}
