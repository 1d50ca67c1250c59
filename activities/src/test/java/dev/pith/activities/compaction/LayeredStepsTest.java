package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class LayeredStepsTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    /** Chunks of 5,000 tokens, leaves of 400, a tail of four messages. */
    private static final CompactionSpec LAYERED =
            CompactionSpec.defaults().layered(new LayeredSpec(400, 700, 5_000, 2, 4, 4));

    @Test
    void eachChunkBecomesALeaf_andNothingIsMerged() {
        String id = dialogue(STORE.database(), "leaves", 20, 1_000);
        CompactionResult result = new Steps(STORE.database(), id, LAYERED).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(live(id))
                .hasSizeGreaterThan(2)
                .allMatch(summary -> summary.kind().equals("leaf") && summary.level() == 0 && summary.tokens() <= 400);
        assertThat(live(id).get(0).fromSeq()).isEqualTo(1);
        assertThat(current(id).compactedThrough()).isEqualTo(36);
        assertComplete(id);
    }

    @Test
    void theNextCompactionAddsLeavesBehindThoseThatStand() {
        String id = dialogue(STORE.database(), "grows", 20, 1_000);
        new Steps(STORE.database(), id, LAYERED).compact();
        List<String> before = current(id).summaries();
        more(id, "grows", 12);
        new Steps(STORE.database(), id, LAYERED).compact();

        assertThat(current(id).summaries()).startsWith(before.toArray(String[]::new));
        assertThat(current(id).summaries()).hasSizeGreaterThan(before.size());
        assertComplete(id);
    }

    @Test
    void neighborsAreCondensedUntilTheContextHoldsItsTarget() {
        String id = dialogue(STORE.database(), "target", 60, 1_000);
        CompactionResult result =
                new Steps(STORE.database(), id, LAYERED.within(ContextTarget.ofTokens(6_000))).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(result.tokensAfter()).isLessThanOrEqualTo(6_000);
        assertThat(live(id)).anyMatch(summary -> summary.kind().equals("condensed") && summary.level() > 0);
        assertComplete(id);
    }

    @Test
    void aTargetOutOfReachIsToldWithNumbers_andTheShorterContextStands() {
        String id = dialogue(STORE.database(), "reach", 30, 1_000);
        CompactionResult result = new Steps(STORE.database(), id, LAYERED.within(ContextTarget.ofTokens(50))).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
        assertThat(result.error())
                .contains("where 50 were asked for")
                .contains("the last messages stay, whatever the target");
        assertThat(result.tokensAfter()).isLessThan(result.tokensBefore());
        // An impossible target does not cost the summaries their words.
        assertThat(live(id))
                .hasSizeGreaterThan(4)
                .allMatch(summary -> summary.kind().equals("leaf"));
        CompactionResult again = new Steps(STORE.database(), id, LAYERED.within(ContextTarget.ofTokens(50))).compact();
        assertThat(again.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
        assertThat(again.version()).isEqualTo(result.version());
        // The live turn stays, whatever the target is.
        assertThat(current(id).compactedThrough()).isEqualTo(58);
        assertComplete(id);
    }

    @Test
    void summariesThatOutgrowTheTargetAreCondensedWithoutNewMessages() {
        String id = dialogue(STORE.database(), "again", 30, 1_000);
        new Steps(STORE.database(), id, LAYERED).compact();
        Steps steps = new Steps(STORE.database(), id, LAYERED.within(ContextTarget.ofTokens(7_000)));

        assertThat(steps.plan().decision()).isEqualTo(Decision.CONDENSE);
        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(live(id)).anyMatch(summary -> summary.kind().equals("condensed"));
        assertComplete(id);
    }

    @Test
    void aConversationMayChangeBetweenLayersAndOneRollingSummary() {
        String id = dialogue(STORE.database(), "mixed", 20, 1_000);
        new Steps(STORE.database(), id).compact();
        more(id, "mixed", 20);
        new Steps(STORE.database(), id, LAYERED).compact();
        assertThat(live(id)).extracting(Summary::kind).startsWith("rolling", "leaf");
        assertComplete(id);
        more(id, "mixed", 30);
        new Steps(STORE.database(), id).compact();
        assertThat(live(id)).extracting(Summary::kind).containsExactly("rolling");
        assertComplete(id);

        UndoService undo = new UndoService(STORE.database());
        undo.undo(id, null);
        assertThat(live(id)).extracting(Summary::kind).startsWith("rolling", "leaf");
        undo.undo(id, null);
        assertThat(live(id)).extracting(Summary::kind).containsExactly("rolling");
        undo.undo(id, null);
        assertThat(live(id)).isEmpty();
        assertComplete(id);
    }

    @Test
    void aPreviewIsAppliedAsItWasShown() {
        String id = dialogue(STORE.database(), "preview", 20, 1_000);
        Steps steps = new Steps(STORE.database(), id, LAYERED.previewed());
        steps.plan();
        steps.summarizeAndMerge();
        assertThat(steps.preview().outcome()).isEqualTo(Outcome.PREVIEWED);
        assertThat(current(id).summaries()).isEmpty();
        PreviewApplier applier = new PreviewApplier(STORE.database());
        assertThat(applier.apply(steps.compactionId()).before()).isFalse();
        assertThat(applier.apply(steps.compactionId()).before()).isTrue();
        assertThat(live(id))
                .hasSizeGreaterThan(2)
                .allMatch(summary -> summary.kind().equals("leaf"));
        assertComplete(id);
    }

    @Test
    void aRepeatedCondensationStagesNothingTwice() {
        String id = dialogue(STORE.database(), "twice", 60, 1_000);
        Steps steps = new Steps(STORE.database(), id, LAYERED.within(ContextTarget.ofTokens(6_000)));
        steps.plan();
        steps.summarizeChunks();
        var first = steps.layers();
        assertThat(steps.layers()).isEqualTo(first);
        assertThat(steps.condense(first.groups().get(0)).reused()).isFalse();
        var then = steps.layers();
        assertThat(steps.condense(first.groups().get(0)).reused()).isTrue();
        assertThat(steps.layers()).isEqualTo(then);
        steps.commit();
        assertComplete(id);
    }

    private static void more(String id, String name, int turns) {
        List<NewMessage> messages = new ArrayList<>();
        long from = STORE.database()
                .table(Conversations.class)
                .find(id)
                .orElseThrow()
                .messages();
        for (int i = 0; i < turns; i++) {
            messages.add(person("more-" + from + "-" + i, null, "Turn " + i + ", please go on"));
            messages.add(agent("said-" + from + "-" + i, null, Messages.words(1_000, (int) from + i)));
        }
        store(STORE.database(), session(name), messages);
    }

    private static ContextVersion current(String conversation) {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private static List<Summary> live(String conversation) {
        return STORE.database()
                .table(Summaries.class)
                .inOrder(current(conversation).summaries());
    }

    private static void assertComplete(String conversation) {
        Conversation row =
                STORE.database().table(Conversations.class).find(conversation).orElseThrow();
        assertThat(Coverage.of(STORE.database(), row, current(conversation)).complete())
                .isTrue();
    }
}
