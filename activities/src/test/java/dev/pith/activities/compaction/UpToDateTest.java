package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.backfill.Backfilling;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a backfill skips, because there is nothing to do for it. */
@Tag("servers")
class UpToDateTest {

    private static final CompactionSpec CONTEXT = CompactionSpec.defaults();
    private static final CompactionSpec GIST = CONTEXT.gist(new GistSpec(400, 4));

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    private static int runs;
    private String conversation;

    @BeforeEach
    void only() {
        STORE.database().transact(handle -> handle.execute("truncate backfill, conversation cascade"));
        conversation = StoredConversation.dialogue(STORE.database(), "only", 30, 500);
    }

    @Test
    void aGistIsUntilEnoughMessagesCame() {
        assertThat(isSkipped(GIST)).isFalse();
        assertThat(new Steps(STORE.database(), conversation, GIST).compact().outcome())
                .isEqualTo(Outcome.COMPACTED);
        assertThat(isSkipped(GIST)).isTrue();
        grow(3);
        assertThat(isSkipped(GIST)).isTrue();
        assertThat(isSkipped(CONTEXT.gist(new GistSpec(400, 3)))).isFalse();
        grow(1);
        assertThat(isSkipped(GIST)).isFalse();
    }

    @Test
    void aGistWhoseLastMessageWasLeftBehindIsNot() {
        new Steps(STORE.database(), conversation, GIST).compact();
        STORE.database()
                .transact(handle -> handle.execute(
                        "update context_version set abandoned = '{[60,61)}' where conversation = ?", conversation));

        assertThat(isSkipped(GIST)).isFalse();
    }

    @Test
    void aDegradedGistIsNot() {
        new Steps(STORE.database(), conversation, GIST).compact();
        STORE.database().transact(handle -> handle.execute("update summary set degraded = true"));

        assertThat(isSkipped(GIST)).isFalse();
    }

    @Test
    void aContextIsUntilAMessageComes() {
        assertThat(isSkipped(CONTEXT)).isFalse();
        assertThat(new Steps(STORE.database(), conversation).compact().outcome())
                .isEqualTo(Outcome.COMPACTED);
        assertThat(isSkipped(CONTEXT)).isTrue();
        assertThat(isSkipped(GIST)).isFalse();
        grow(1);
        assertThat(isSkipped(CONTEXT)).isFalse();
        new Steps(STORE.database(), conversation).compact();
        assertThat(isSkipped(CONTEXT)).isTrue();
    }

    @Test
    void aContextOfAnotherStrategyIsNot() {
        CompactionSpec prune = CONTEXT.pruning();
        assertThat(new Steps(STORE.database(), conversation, prune).compact().outcome())
                .isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(isSkipped(prune)).isTrue();
        assertThat(isSkipped(CONTEXT)).isFalse();
        new Steps(STORE.database(), conversation).compact();
        assertThat(isSkipped(CONTEXT)).isTrue();
        assertThat(isSkipped(prune)).isFalse();
    }

    @Test
    void aContextThatAPersonUndidIsLeftAsItIsUntilAMessageComes() {
        new Steps(STORE.database(), conversation).compact();
        new UndoService(STORE.database()).undo(conversation, null);

        assertThat(isSkipped(CONTEXT)).isTrue();
        assertThat(isSkipped(GIST)).isFalse();
        grow(1);
        assertThat(isSkipped(CONTEXT)).isFalse();
    }

    @Test
    void aDegradedContextIsNot() {
        new Steps(STORE.database(), conversation).compact();
        STORE.database().transact(handle -> handle.execute("update compaction set degraded = true"));

        assertThat(isSkipped(CONTEXT)).isFalse();
    }

    @Test
    void aDegradedContextStaysSoUntilItWasWrittenAnew() {
        new Steps(STORE.database(), conversation).compact();
        STORE.database().transact(handle -> handle.execute("update compaction set degraded = true"));
        STORE.database().transact(handle -> handle.execute("update summary set degraded = true"));
        Outcome again = new Steps(STORE.database(), conversation).compact().outcome();

        assertThat(again + " " + isSkipped(CONTEXT)).isIn("COMPACTED true", "NOTHING_TO_DO false");
    }

    @Test
    void oneWhoseNewestCompactionFailedIsNot() {
        new Steps(STORE.database(), conversation).compact();
        grow(20);
        Steps failed = new Steps(STORE.database(), conversation);
        failed.plan();
        failed.end(Outcome.FAILED);

        assertThat(isSkipped(CONTEXT)).isFalse();
    }

    private void grow(int messages) {
        for (int i = 0; i < messages; i++) {
            StoredConversation.store(
                    STORE.database(),
                    Messages.session("only"),
                    List.of(person("new" + System.nanoTime(), null, "And now? " + "word ".repeat(400))));
        }
    }

    private static boolean isSkipped(CompactionSpec compaction) {
        String run = "run-" + ++runs;
        BackfillSpec spec = new BackfillSpec(compaction, Selection.ALL, null, null, null, null, null);
        Backfilling backfilling = new Backfilling(STORE.database());
        backfilling.begin(new BackfillRequest(run, "judge", spec, Taking.ALL, 1), run);
        Dispatch dispatch = backfilling.turn("judge", run, new InFlight(List.of(), List.of(), List.of(), List.of()));
        assertThat(dispatch.start().size() + dispatch.outcomes().getOrDefault(ItemOutcome.SKIPPED, 0))
                .isOne();
        return dispatch.start().isEmpty();
    }
}
