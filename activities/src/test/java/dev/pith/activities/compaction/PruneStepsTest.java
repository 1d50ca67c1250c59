package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.call;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.result;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.context.ContextReading;
import dev.pith.activities.context.Entry;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class PruneStepsTest {

    private static final CompactionSpec PRUNE = CompactionSpec.defaults().pruning();

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void longResultsBeforeTheTailBecomeALine_andEveryMessageStaysLive() {
        String id = work("line", 12, 1_500);
        CompactionResult result = new Steps(STORE.database(), id, PRUNE).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(result.tokensAfter()).isLessThan(result.tokensBefore() / 2);
        List<String> results = results(id);
        assertThat(results.get(0))
                .startsWith("[bash make k0: ")
                .contains(" tokens, begins \"point0x0 ")
                .endsWith("; whole: pith show " + id + " --range 3 --full]");
        assertThat(results.get(11)).hasSizeGreaterThan(1_000);
        assertThat(current(id).compactedThrough()).isZero();
        assertComplete(id);
    }

    @Test
    void theTokensToldAreThoseOfTheContextAsItIsWritten() {
        String id = work("told", 12, 1_500);
        CompactionResult result = new Steps(STORE.database(), id, PRUNE).compact();

        long rolled = new Steps(STORE.database(), id).plan().tokensBefore();
        assertThat(rolled).isEqualTo(result.tokensAfter());
        // What was shortened is never read in this form: a summarizer reads the original.
        assertThat(new Steps(STORE.database(), id).plan().headTokens()).isGreaterThan(result.tokensAfter());
    }

    @Test
    void anEarlierResultOfARepeatedCallNamesTheLaterOne() {
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(person("p" + i, null, "Turn " + i));
            messages.add(call("c" + i, "r" + i, "same"));
            messages.add(result("o" + i, "same", Messages.words(1_500, i)));
            messages.add(agent("a" + i, null, "Done " + i));
        }
        String id = store(STORE.database(), session("repeated"), messages).conversation();
        new Steps(STORE.database(), id, PRUNE).compact();
        assertThat(results(id).get(0)).contains("; done again in message 22; whole:");
        // Within the tail, only what was done again is shortened.
        assertThat(results(id).get(4)).contains("; done again in message 22; whole:");
        assertThat(results(id).get(5)).hasSizeGreaterThan(1_000);
    }

    @Test
    void nothingToShortenIsNothingToDo() {
        String id = dialogue(STORE.database(), "talk", 20, 1_000);
        CompactionResult result = new Steps(STORE.database(), id, PRUNE).compact();
        assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(result.error()).contains("no result of a tool");

        String pruned = work("once", 12, 1_500);
        new Steps(STORE.database(), pruned, PRUNE).compact();
        assertThat(new Steps(STORE.database(), pruned, PRUNE).compact().outcome())
                .isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void undoAndRedoShowTheResultsWholeAndShortAgain() {
        String id = work("undo", 12, 1_500);
        new Steps(STORE.database(), id, PRUNE).compact();
        List<String> pruned = results(id);
        new UndoService(STORE.database()).undo(id, null);
        assertThat(results(id)).allMatch(text -> text.length() > 1_000);
        new RedoService(STORE.database()).redo(id);
        assertThat(results(id)).isEqualTo(pruned);
        assertComplete(id);
    }

    @Test
    void aTargetThatPruningReachesNeedsNoSummary_andAnotherOneDoes() {
        CompactionSpec layered = CompactionSpec.defaults().layered(new LayeredSpec(400, 700, 5_000, 2, 4, 4));
        String enough = work("enough", 12, 1_500);
        new Steps(STORE.database(), enough, layered.within(ContextTarget.ofRatio(0.5))).compact();
        assertThat(current(enough).summaries()).isEmpty();
        assertThat(current(enough).pruned().isEmpty()).isFalse();

        String tooMuch = work("toomuch", 60, 1_500);
        new Steps(STORE.database(), tooMuch, layered.within(ContextTarget.ofRatio(0.01))).compact();
        assertThat(current(tooMuch).summaries()).isNotEmpty();
        assertThat(current(tooMuch).pruned().isEmpty()).isTrue();
        assertComplete(tooMuch);
    }

    @Test
    void aPrunedContextIsCompactedFromItsOriginals() {
        String id = work("then", 12, 1_500);
        new Steps(STORE.database(), id, PRUNE).compact();
        CompactionResult result = new Steps(STORE.database(), id).compact();
        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(current(id).summaries()).hasSize(1);
        assertComplete(id);
        new UndoService(STORE.database()).undo(id, null);
        assertThat(results(id).get(0)).startsWith("[bash make k0: ");
        new UndoService(STORE.database()).undo(id, null);
        assertThat(results(id).get(0)).hasSizeGreaterThan(1_000);
    }

    @Test
    void aPreviewOfPruningIsApplied() {
        String id = work("preview", 12, 1_500);
        Steps steps = new Steps(STORE.database(), id, PRUNE.previewed());
        steps.plan();
        steps.prune();
        CompactionResult shown = steps.preview();
        assertThat(shown.outcome()).isEqualTo(Outcome.PREVIEWED);
        assertThat(results(id)).allMatch(text -> text.length() > 1_000);
        new PreviewApplier(STORE.database()).apply(steps.compactionId());
        assertThat(results(id).get(0)).startsWith("[bash make k0: ");
    }

    /** Stores turns, each with a call and a result of so many tokens. */
    private static String work(String name, int turns, int tokens) {
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            messages.add(person("p" + i, null, "Turn " + i));
            messages.add(call("c" + i, "r" + i, "k" + i));
            messages.add(result("o" + i, "k" + i, Messages.words(tokens, i)));
            messages.add(agent("a" + i, null, "Done " + i));
        }
        return store(STORE.database(), session("work-" + name), messages).conversation();
    }

    private static List<String> results(String conversation) {
        Conversation row =
                STORE.database().table(Conversations.class).find(conversation).orElseThrow();
        List<String> results = new ArrayList<>();
        try (Stream<Entry> entries =
                ContextReading.of(STORE.database(), row, null).entries()) {
            entries.forEach(entry -> {
                if (entry instanceof Entry.Replied replied) {
                    replied.calls().forEach(call -> results.add(call.result()));
                }
            });
        }
        return results;
    }

    private static ContextVersion current(String conversation) {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private static void assertComplete(String conversation) {
        Conversation row =
                STORE.database().table(Conversations.class).find(conversation).orElseThrow();
        assertThat(Coverage.of(STORE.database(), row, current(conversation)).complete())
                .isTrue();
    }
}
