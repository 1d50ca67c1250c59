package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was previewed is applied as shown, once, and only to the context that it was written for. */
@Tag("servers")
class PreviewApplierTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    @Test
    void aPreviewChangesNoContextAndAsksForNoFlush() {
        String id = store("unchanged", turns(12));
        Steps steps = preview(id);

        assertThat(version(id).version()).isEqualTo(1);
        assertThat(version(id).summaries()).isEmpty();
        assertThat(flushes(id)).isZero();
        assertThat(steps.summary().text()).isNotBlank();
        assertThat(coverage(id).complete()).isTrue();
        assertThat(coverage(id).summarized().isEmpty()).isTrue();
    }

    @Test
    void exactlyTheShownTextIsApplied() {
        String id = store("applied", turns(12));
        Steps steps = preview(id);
        PreviewApplier.Applied applied = new PreviewApplier(STORE.database()).apply(steps.compactionId());

        assertThat(applied.before()).isFalse();
        assertThat(applied.compaction().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(applied.compaction().toVersion()).isEqualTo(2);
        assertThat(version(id).summaries()).containsExactly(steps.summary().id());
        assertThat(version(id).cause()).isEqualTo("compaction");
        assertThat(flushes(id)).isEqualTo(1);
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void appliedTwiceItSaysThatItWas() {
        String id = store("twice", turns(12));
        Steps steps = preview(id);
        new PreviewApplier(STORE.database()).apply(steps.compactionId());
        PreviewApplier.Applied again = new PreviewApplier(STORE.database()).apply(steps.compactionId());

        assertThat(again.before()).isTrue();
        assertThat(version(id).version()).isEqualTo(2);
        assertThat(flushes(id)).isEqualTo(1);
    }

    @Test
    void whatCameMeanwhileStaysLive() {
        String id = store("grown", turns(12));
        Steps steps = preview(id);
        store("grown", turns(14));
        new PreviewApplier(STORE.database()).apply(steps.compactionId());
        long from = version(id).compactedThrough() + 1;

        assertThat(coverage(id).complete()).isTrue();
        assertThat(coverage(id).live().contains(28)).isTrue();
        assertThat(coverage(id).live().contains(from)).isTrue();
    }

    @Test
    void aContextThatChangedRefusesAndNamesTheCause() {
        String id = store("rewound", turns(12));
        Steps steps = preview(id);
        List<NewMessage> rewound = new ArrayList<>(turns(12));
        rewound.add(Messages.person("other", "a1", "Let us do something else."));
        store("rewound", rewound);

        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply(steps.compactionId()))
                .isInstanceOf(PreviewApplier.NotAppliedException.class)
                .hasMessageContaining("the preview was of context version 1")
                .hasMessageContaining("now at version 2 (version 2 by rewind)");
        assertThat(version(id).version()).isEqualTo(2);
        assertThat(flushes(id)).isZero();
    }

    @Test
    void whatWasUndoneIsNotAppliedAgain() {
        String id = store("undone", turns(12));
        Steps steps = preview(id);
        new PreviewApplier(STORE.database()).apply(steps.compactionId());
        new UndoService(STORE.database()).undo(id, null);

        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply(steps.compactionId()))
                .isInstanceOf(PreviewApplier.NotAppliedException.class)
                .hasMessageContaining("was applied as version 2")
                .hasMessageContaining("version 3 by undo");
    }

    @Test
    void whileAnotherRunsNothingIsApplied() {
        String id = store("running", turns(12));
        Steps steps = preview(id);
        new Steps(STORE.database(), id, spec()).plan();

        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply(steps.compactionId()))
                .hasMessageContaining("is being compacted");
    }

    @Test
    void onlyPreviewsAreApplied() {
        String id = store("plain", turns(12));
        Steps running = new Steps(STORE.database(), id, spec().previewed());
        running.plan();
        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply(running.compactionId()))
                .hasMessageContaining("still running");
        running.end(Outcome.CANCELED);
        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply(running.compactionId()))
                .hasMessageContaining("ended as CANCELED");
        assertThatThrownBy(() -> new PreviewApplier(STORE.database()).apply("nothing"))
                .hasMessageContaining("no compaction nothing");
    }

    @Test
    void theNewestPreviewIsFoundByItsConversation() {
        String id = store("newest", turns(12));
        preview(id);
        Steps newest = preview(id);

        assertThat(STORE.database().table(Compactions.class).newestPreview(id))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(newest.compactionId()));
    }

    private static Steps preview(String id) {
        Steps steps = new Steps(STORE.database(), id, spec().previewed());
        steps.summarizeAndMerge();
        assertThat(steps.preview().outcome()).isEqualTo(Outcome.PREVIEWED);
        return steps;
    }

    private static CompactionSpec spec() {
        return new CompactionSpec(
                Strategy.ROLLING, null, null, null, 2, new Sizes(2_000, 1, 100, 500, 400, 1_000, 1_000));
    }

    private static List<NewMessage> turns(int count) {
        List<NewMessage> all = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            all.add(Messages.person("p" + turn, "a" + (turn - 1), "Request number " + turn + ": please go on."));
            all.add(Messages.agent("a" + turn, "p" + turn, Messages.words(400, turn)));
        }
        return all;
    }

    private static String store(String nativeId, List<NewMessage> messages) {
        return StoredConversation.store(STORE.database(), Messages.session(nativeId), messages)
                .conversation();
    }

    private static ContextVersion version(String id) {
        return STORE.database().table(ContextVersions.class).current(id);
    }

    private static Coverage coverage(String id) {
        Conversation row = STORE.database().table(Conversations.class).find(id).orElseThrow();
        return Coverage.of(STORE.database(), row, version(id));
    }

    private static int flushes(String id) {
        return Jdbi.create(STORE.jdbcUrl())
                .withHandle(handle -> handle.select("select count(*) from flush where conversation = ?", id)
                        .mapTo(Integer.class)
                        .one());
    }
}
