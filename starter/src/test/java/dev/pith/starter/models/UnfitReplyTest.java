package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.onlyReasoning;
import static dev.pith.activities.testing.Behavior.summary;
import static dev.pith.activities.testing.Behavior.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/** Replies that must not become a summary: another step of the ladder mends them, or the text is written without them. */
@Tag("servers")
class UnfitReplyTest extends InAScene {

    /** Three chunks, whose summaries stand as they are. */
    private static final int TEXTS = 3;

    @AlongsideTest
    void emptyRepliesAreNeverASummary() {
        unfitAtEveryRung(call -> text(""), "EMPTY");
    }

    @AlongsideTest
    void repliesOfBlanksAreNeverASummary() {
        unfitAtEveryRung(call -> text(" \n\n\t "), "EMPTY");
    }

    @AlongsideTest
    void aReplyLongerThanTheInputIsNeverASummary() {
        unfitAtEveryRung(call -> text(call.material() + Proof.UNFIT + call.material()), "INFLATED");
    }

    @AlongsideTest
    void aReplyThatAFilterTookIsNeverASummary() {
        unfitAtEveryRung(call -> text("The tide turns " + Proof.UNFIT, "content_filter"), "REFUSED");
    }

    @AlongsideTest
    void aReplyThatIsNoSummaryIsNeverOne() {
        unfitAtEveryRung(
                call -> text("I'm sorry, but I can't help with summarizing this conversation. " + Proof.UNFIT),
                "REFUSED");
    }

    @AlongsideTest
    void whatAModelPutsAroundItsSummaryIsTakenOff() {
        scene.fake.behaves(
                call -> text("Here is the summary you asked for:\n\n```markdown\n## Done\nEach request number was"
                        + " read: please go on.\n```\n\nLet me know if you want changes!"));
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(live(ended))
                .contains("## Done\nEach request number")
                .doesNotContain("Here is", "Let me know", "```");
    }

    @AlongsideTest
    void reasoningAloneGetsMoreRoomAndThenFits() {
        fitsWithMoreRoom(onlyReasoning("length"));
    }

    @AlongsideTest
    void aReplyThatItsLengthCutGetsMoreRoomAndThenFits() {
        fitsWithMoreRoom(text("The tide turns " + Proof.UNFIT, "length"));
    }

    @AlongsideTest
    void whatIsUnfitAtFirstIsAskedForLess() {
        firstOfEachText(text(""));
        assertCompacted(scene.compact(scene.conversation("s")));
        assertThat(scene.calls()).isEqualTo(2 * TEXTS);
        assertThat(scene.fake.calls().stream().filter(call -> call.material().contains("drop the course of events")))
                .hasSize(TEXTS);
    }

    @AlongsideTest
    void whoKeepsTheContextIsToldWhatTheRepliesWere() {
        scene.concurrency = 1;
        scene.onFailure = OnModelFailure.KEEP;
        scene.fake.behaves(call -> text(""));
        assertKept(scene.compact(scene.conversation("s")), "the last reply of model fake was empty");
        assertThat(scene.calls()).isEqualTo(2);
    }

    /** Both rungs of each text are asked once, of their merge too, and everything is written without the model. */
    private void unfitAtEveryRung(Function<Call, Behavior> bad, String verdict) {
        scene.fake.behaves(bad);
        assertDegraded(
                scene.compact(scene.conversation("s")),
                "the reply " + Verdict.valueOf(verdict).words());
        assertThat(scene.calls()).isEqualTo(2 * (TEXTS + 1));
    }

    private void fitsWithMoreRoom(Behavior bad) {
        firstOfEachText(bad);
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(scene.calls()).isEqualTo(2 * TEXTS);
        List<Call> calls = scene.fake.calls();
        for (Call call : calls) {
            assertThat(calls.stream()
                            .filter(same -> same.material().equals(call.material()))
                            .map(Call::maxTokens))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
        assertThat(scene.ended(ended, "FIT")).isEqualTo(TEXTS);
    }

    /** Transcripts and parts tell the texts apart, whatever is asked of them. */
    private void firstOfEachText(Behavior bad) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        scene.fake.behaves(call -> seen.add(data(call)) ? bad : summary(80));
    }

    private static String data(Call call) {
        return call.material().substring(0, call.material().lastIndexOf("</"));
    }
}
