package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.asLongAsAsked;
import static dev.pith.activities.testing.Behavior.text;
import static dev.pith.activities.testing.Behavior.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Summaries that no model could go on from: what they were made from is read instead. */
@Tag("servers")
class WrittenAnewTest extends InAScene {

    @AlongsideTest
    void whatWasWrittenWithoutTheModelIsWrittenAnewOnceItAnswers() {
        scene.fake.behaves(call -> text(""));
        String conversation = scene.conversation("s");
        assertDegraded(scene.compact(conversation), "the reply was empty");
        int before = scene.calls();

        scene.fake.behaves(call -> asLongAsAsked());
        Compaction again = scene.compact(conversation);

        assertCompacted(again);
        assertThat(again.basis()).isEmpty();
        assertThat(read(before)).contains("Request number 0:", "Request number 10:");
        int mended = scene.calls();
        assertThat(scene.compact(conversation).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(scene.calls()).isEqualTo(mended);
    }

    @AlongsideTest
    void whileTheModelStillFailsItStaysDegradedAndSaysWhy() {
        scene.fake.behaves(call -> text(""));
        String conversation = scene.conversation("s");
        assertDegraded(scene.compact(conversation), "the reply was empty");
        assertDegraded(scene.compact(conversation), "the reply was empty");
    }

    @AlongsideTest
    void goesBackNoFurtherThanToTheLastSoundSummary() {
        scene.fake.behaves(call -> asLongAsAsked());
        Compaction sound = scene.compact(scene.conversation("s"));
        assertCompacted(sound);
        scene.fake.behaves(call -> text(""));
        assertDegraded(scene.compact(scene.grow("s", 12, 12)), "the reply was empty");
        int before = scene.calls();

        scene.fake.behaves(call -> asLongAsAsked());
        Compaction mended = scene.compact(scene.grow("s", 24, 2));

        assertCompacted(mended);
        assertThat(mended.basis()).containsExactly(sound.summary());
        assertThat(read(before)).contains("Request number 12:").doesNotContain("[1] person");
    }

    @AlongsideTest
    void anEarlierSummaryLargerThanTheWindowGivesWayToItsMessages() {
        scene.sizes = Scene.chunksOf(60_000);
        scene.fake.behaves(call -> asLongAsAsked());
        String conversation = StoredConversation.dialogue(scene.database, "s", 12, 400);
        Compaction first = scene.compact(conversation);
        assertCompacted(first);
        int before = scene.calls();

        scene.window = 4_000;
        scene.fake.behaves(call -> window(4_000, Behavior.error(400, "prompt is too long"), asLongAsAsked()));
        Compaction second = scene.compact(scene.grow("s", 12, 2));

        assertCompacted(second);
        assertThat(second.basis()).isEmpty();
        assertThat(second.tokensBefore()).isLessThan(second.headTokens());
        assertThat(read(before)).contains("Request number 0:", "Request number 11:");
        assertThat(scene.ended(second, "CONTEXT_OVERFLOW")).isZero();
    }

    private String read(int after) {
        List<Call> calls = scene.fake.calls();
        return calls.subList(after, calls.size()).stream().map(Call::material).reduce("", String::concat);
    }
}
