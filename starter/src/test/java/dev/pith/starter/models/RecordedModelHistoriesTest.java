package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.asLongAsAsked;
import static dev.pith.activities.testing.Behavior.onlyReasoning;
import static dev.pith.activities.testing.Behavior.summary;
import static dev.pith.activities.testing.Behavior.text;
import static dev.pith.activities.testing.Behavior.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.starter.engine.RecordedHistory;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Sizes;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The histories that ReplayTest replays take the steps that a compaction by a model takes today, one text after the other. */
@Tag("servers")
class RecordedModelHistoriesTest extends InAScene {

    private static final int SERVED = 5_000;

    @BeforeEach
    void oneAfterTheOther() {
        scene.concurrency = 1;
    }

    @Test
    void ofEachRungOfTheLadder() throws IOException {
        scene.sizes = new Sizes(2_000, 1, 100, 500, 400, 1_300, 1_300);
        scene.fake.behaves(call -> switch (call.number()) {
            case 1 -> onlyReasoning("length");
            case 3, 5, 6 -> text("");
            default -> summary(80);
        });
        takesTodaysSteps("ladder", scene.conversation("ladder"), Outcome.COMPACTED_DEGRADED);
    }

    @Test
    void ofAChunkThatIsReadInParts() throws IOException {
        overflowing(asLongAsAsked());
        takesTodaysSteps("split", StoredConversation.dialogue(scene.database, "split", 12, 400), Outcome.COMPACTED);
    }

    @Test
    void ofPartsThatAreJoinedSinceNoModelWroteThem() throws IOException {
        overflowing(text(""));
        takesTodaysSteps(
                "joined-parts",
                StoredConversation.dialogue(scene.database, "joined", 12, 400),
                Outcome.COMPACTED_DEGRADED);
    }

    @Test
    void ofAMergeInGroups() throws IOException {
        scene.window = 3_000;
        scene.sizes = Scene.chunksOf(1_000);
        scene.fake.behaves(call -> asLongAsAsked());
        takesTodaysSteps(
                "group-merge", StoredConversation.dialogue(scene.database, "groups", 30, 170), Outcome.COMPACTED);
    }

    private void overflowing(Behavior answer) {
        scene.sizes = Scene.chunksOf(60_000);
        Behavior refusal = Behavior.error(
                400, "This model's maximum context length is " + SERVED + " tokens. However, you sent more.");
        scene.fake.behaves(call -> window(SERVED, refusal, answer));
    }

    private void takesTodaysSteps(String name, String conversation, Outcome outcome) throws IOException {
        Running running = scene.start(conversation);
        assertThat(scene.ended(running).outcome()).isEqualTo(outcome);
        RecordedHistory.takesTodaysSteps(name, running.workflowId());
    }
}
