package dev.pith.starter.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Behavior;
import dev.pith.starter.engine.CompactionClient.Running;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/** More work than the server has slots: nobody fails for it, and nobody is asked twice. */
@Tag("servers")
class ManyConversationsTest extends InAScene {

    private static final int CONVERSATIONS = 10;
    private static final Behavior TIMED = Behavior.timed(Duration.ofMillis(150), Duration.ZERO, 80);

    @AlongsideTest
    void tenAtOnceOnAServerOfFourSlotsWithEightConfiguredAllCompact() {
        scene.concurrency = 8;
        scene.attempts = 1;
        scene.fake.behaves(call -> Behavior.slots(4, 1, TIMED));
        int chunks = compactAll();
        // Who came when the slots were full was turned away and did not pay.
        assertThat(outcomes("FIT")).isEqualTo(chunks);
        assertThat(outcomes("FIT") + outcomes("RATE_LIMITED")).isEqualTo(scene.calls());
    }

    @AlongsideTest
    void aServerOfOneSlotWithTwoWorkersNeverSeesTwoRequests() {
        scene.concurrency = 1;
        scene.fake.behaves(call -> TIMED);
        scene.worker().worker();
        int chunks = compactAll();
        assertThat(scene.fake.mostAtOnce()).isOne();
        assertThat(scene.calls()).isEqualTo(chunks);
    }

    @AlongsideTest
    void twoWorkersTogetherKeepToTheConcurrencyOfTheProfile() {
        scene.concurrency = 3;
        // Long enough that a third call begins before the first ends, however busy the machine is.
        scene.fake.behaves(call -> Behavior.timed(Duration.ofMillis(600), Duration.ZERO, 80));
        scene.worker().worker();
        int chunks = compactAll();
        assertThat(scene.fake.mostAtOnce()).isEqualTo(3);
        assertThat(scene.calls()).isEqualTo(chunks);
    }

    /** How many chunks all of them had; each is compacted, and none is degraded. */
    private int compactAll() {
        List<Running> running = IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> scene.start(scene.distinct("s" + number)))
                .toList();
        int chunks = running.stream()
                .map(scene::ended)
                .peek(InAScene::assertCompacted)
                .mapToInt(ended -> ended.chunks())
                .sum();
        running.forEach(each -> Proof.of(scene).holdsFor(each.request().conversation()));
        return chunks;
    }

    private long outcomes(String outcome) {
        return scene.database.transact(
                handle -> handle.select("select count(*) from model_call where outcome = ?", outcome)
                        .mapTo(Long.class)
                        .one());
    }
}
