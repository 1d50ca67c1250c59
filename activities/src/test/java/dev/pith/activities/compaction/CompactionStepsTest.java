package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class CompactionStepsTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void replacesTheHeadAndKeepsEveryMessageExactlyOnce() {
        String id = dialogue(STORE.database(), "whole", 40, 1_000);
        CompactionResult result = new Steps(STORE.database(), id).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(result.version()).isEqualTo(2);
        assertThat(result.tokensAfter()).isLessThan(result.tokensBefore() / 3);
        assertThat(coverage(id).complete()).isTrue();
        assertThat(coverage(id).live().list().get(0).to()).isEqualTo(80);
    }

    private static NewMessage instruction(String text) {
        return new NewMessage(null, null, null, Role.SYSTEM, Origin.HARNESS, List.of(new Part.Text(text)), null);
    }

    @Test
    void systemMessages_areCoveredButNotSummarized() {
        String id = store(STORE.database(), session("instructed"), List.of(instruction("Never mention the keeper.")))
                .conversation();
        dialogue(STORE.database(), "instructed", 40, 1_000);
        Steps steps = new Steps(STORE.database(), id);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(coverage(id).complete()).isTrue();
        assertThat(STORE.database().table(Summaries.class).of(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary.text()).doesNotContain("keeper"));
        assertThat(STORE.database()
                        .table(dev.pith.activities.store.Messages.class)
                        .ofSystem(id, Ranges.NONE))
                .hasSize(1);
    }

    @Test
    void headOfSystemMessagesAlone_isNothingToDo() {
        String id = store(
                        STORE.database(),
                        session("only-instructed"),
                        List.of(
                                instruction(Messages.words(3_000, 1)),
                                person("p", null, "Go on."),
                                agent("a", "p", Messages.words(200, 2))))
                .conversation();

        assertThat(new Steps(STORE.database(), id).compact().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void aSecondCompactionUpdatesTheAnchorAndStillCoversAll() {
        String id = dialogue(STORE.database(), "twice", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        for (int turn = 40; turn < 70; turn++) {
            store(
                    STORE.database(),
                    session("twice"),
                    List.of(
                            person("p" + turn, "a" + (turn - 1), "More of " + turn),
                            agent("a" + turn, "p" + turn, Messages.words(1_000, turn))));
        }
        CompactionResult second = new Steps(STORE.database(), id).compact();

        assertThat(second.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(current(id).summaries()).hasSize(1);
        assertThat(coverage(id).complete()).isTrue();
        assertThat(coverage(id).messages()).isEqualTo(140);
    }

    @Test
    void theOnlyChunksSummaryIsTheSummaryWordForWord() {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "only-chunk", 20, 1_000));
        assertThat(steps.plan().merges()).isFalse();
        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);

        ChunkSummary chunk = STORE.database()
                .transact(handle -> handle.attach(Chunks.class)
                        .summaries(steps.compactionId())
                        .findFirst()
                        .orElseThrow());
        assertThat(steps.summary().text()).isEqualTo(chunk.text());
        assertThat(steps.summary().digest()).isEqualTo(chunk.digest());
        assertThat(steps.summary().tokens()).isEqualTo(chunk.tokens());
        assertThat(coverage(steps.conversation()).complete()).isTrue();
    }

    @Test
    void whatTheOnlyChunkCannotSayIsMerged() {
        String anchored = dialogue(STORE.database(), "anchored", 20, 1_000);
        new Steps(STORE.database(), anchored).compact();
        store(
                STORE.database(),
                session("anchored"),
                List.of(person("p20", "a19", "More"), agent("a20", "p20", Messages.words(9_000, 20))));
        var pinned = new ArrayList<>(List.of(person("1", null, "Keep this")));
        for (int i = 2; i < 30; i++) {
            pinned.add(agent("m" + i, null, Messages.words(1_000, i)));
        }
        String request =
                store(STORE.database(), session("asked-long-ago"), pinned).conversation();

        for (String conversation : List.of(anchored, request)) {
            Plan plan = new Steps(STORE.database(), conversation).plan();
            assertThat(plan.chunks()).isOne();
            assertThat(plan.merges()).isTrue();
        }
    }

    @Test
    void aCommitWithoutAnySummaryNamesTheCompaction() {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "too-early", 20, 1_000));
        steps.plan();

        assertThatThrownBy(steps::commit)
                .isInstanceOf(BrokenInvariantException.class)
                .hasMessageContaining(steps.compactionId());
    }

    @Test
    void committingTwiceFindsItsOwnCommit() {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "lost-answer", 40, 1_000));
        CompactionResult first = steps.compact();

        assertThat(steps.commit()).isEqualTo(first);
        assertThat(current(steps.conversation()).version()).isEqualTo(2);
    }

    @Test
    void aContextThatChangedUnderneathIsNotReplaced() {
        String id = dialogue(STORE.database(), "changed", 40, 1_000);
        Steps slow = new Steps(STORE.database(), id);
        slow.plan();
        new Steps(STORE.database(), id).compact();
        slow.summarizeAndMerge();
        CompactionResult result = slow.commit();

        assertThat(result.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(result.error()).contains("version 2").contains("version 1");
        assertThat(current(id).version()).isEqualTo(2);
    }

    @Test
    void messagesAppendedMeanwhileStayLive() {
        String id = dialogue(STORE.database(), "meanwhile", 40, 1_000);
        Steps steps = new Steps(STORE.database(), id);
        steps.plan();
        store(STORE.database(), session("meanwhile"), List.of(person("late", "a39", "This came while it ran")));
        steps.summarizeAndMerge();

        assertThat(steps.commit().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(coverage(id).live().contains(81)).isTrue();
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void aShortConversationIsLeftAlone() {
        String id = dialogue(STORE.database(), "short", 2, 100);

        assertThat(new Steps(STORE.database(), id).plan().decision()).isEqualTo(Decision.NOTHING_TO_DO);
    }

    @Test
    void aRequestTooFarBackForTheTailStandsWordForWordInTheSummary() {
        String request = "Please remember: never touch the file called keep.txt, whatever happens!";
        var messages = new ArrayList<>(List.of(person("1", null, request)));
        for (int i = 2; i < 40; i++) {
            messages.add(agent("m" + i, null, Messages.words(1_000, i)));
        }
        String id = store(STORE.database(), session("pinned"), messages).conversation();
        Steps steps = new Steps(STORE.database(), id);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(steps.summary().text()).startsWith("## Last request, word for word\n\n" + request);
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void aTargetThatTheLastRequestAloneExceedsIsIrreducibleAndSaysSo() {
        var messages = new ArrayList<>(List.of(person("1", null, Messages.words(2_000, 1))));
        for (int i = 2; i < 40; i++) {
            messages.add(agent("m" + i, null, Messages.words(1_000, i)));
        }
        String id = store(STORE.database(), session("irreducible"), messages).conversation();
        CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, 500, null, null, 4, Sizes.defaults());
        CompactionResult result = new Steps(STORE.database(), id, spec).compact();

        assertThat(result.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
        assertThat(result.error()).contains("500");
        assertThat(result.version()).isEqualTo(2);
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void aLastMessageTooLongForAnyContextIsIrreducibleWithItsSizeEachTime() {
        for (int after : new int[] {1, 30}) {
            var messages = new ArrayList<>(List.of(person("1", null, "Begin. Never use threads.")));
            for (int i = 2; i < 40; i++) {
                messages.add(agent("m" + i, null, Messages.words(1_000, i)));
            }
            messages.add(person("long", null, Messages.words(60_000, 7)));
            for (int i = 0; i < after; i++) {
                messages.add(agent("after" + i, null, Messages.words(1_000, i)));
            }
            String id = store(STORE.database(), session("too-long-" + after), messages)
                    .conversation();
            CompactionResult first = new Steps(STORE.database(), id).compact();
            CompactionResult second = new Steps(STORE.database(), id).compact();

            assertThat(first.version()).isEqualTo(2);
            assertThat(coverage(id).complete()).isTrue();
            assertThat(List.of(first, second)).allSatisfy(each -> {
                assertThat(each.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
                assertThat(each.error()).containsPattern("message 40, takes \\d{5,6} tokens where one may take 42500");
            });
        }
    }

    @Test
    void aSummaryTakesNoMoreThanTheTarget() {
        for (int target : new int[] {200, 500, 1_000, 3_000}) {
            String id = dialogue(STORE.database(), "target-" + target, 40, 1_000);
            CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, target, null, null, 4, Sizes.defaults());
            Steps steps = new Steps(STORE.database(), id, spec);
            steps.compact();

            assertThat(steps.summary().tokens()).isBetween(target / 4, target);
        }
    }

    @Test
    void aRewindIntoTheCompactedPartTakesTheSummaryOutOfTheContext() {
        String id = dialogue(STORE.database(), "deep-rewind", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        store(STORE.database(), session("deep-rewind"), List.of(person("again", "a9", "Back to the tenth turn")));

        ContextVersion version = current(id);
        assertThat(version.summaries()).isEmpty();
        assertThat(version.abandoned().list()).containsExactly(new Ranges.Range(21, 80));
        assertThat(coverage(id).complete()).isTrue();
        assertThat(new Steps(STORE.database(), id).compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void messagesRevisedSideBySideInACompactedPartLeaveTheSummaryWhereItIs() {
        String id = dialogue(STORE.database(), "revised", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        List<String> summaries = current(id).summaries();
        store(
                STORE.database(),
                session("revised"),
                List.of(
                        person("p10", "a9", "Request number 10, said anew"),
                        agent("a10", "p10", "And its answer"),
                        agent("a39", "p39", "The last answer, said anew")));

        assertThat(current(id).summaries()).isEqualTo(summaries);
        assertThat(current(id).abandoned().list()).containsExactly(new Ranges.Range(80, 80));
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void aNewRunReusesTheChunkSummariesOfAnInterruptedOne() {
        String id = dialogue(STORE.database(), "interrupted", 40, 3_000);
        Steps first = new Steps(STORE.database(), id);
        Plan plan = first.plan();
        assertThat(plan.chunks()).isGreaterThan(1);
        assertThat(first.summarizeChunks()).allMatch(done -> !done.reused());
        STORE.database().table(Compactions.class).end(first.compactionId(), Outcome.INTERRUPTED, null, 0, "gone");

        Steps second = new Steps(STORE.database(), id);
        second.plan();
        assertThat(second.summarizeChunks()).allMatch(done -> done.reused());
    }

    @Test
    void anEndedCompactionKeepsItsOutcome() {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "ended", 40, 1_000));
        steps.compact();
        steps.end(Outcome.CANCELED);

        Compaction stored = STORE.database()
                .table(Compactions.class)
                .find(steps.compactionId())
                .orElseThrow();
        assertThat(stored.outcome()).isEqualTo(Outcome.COMPACTED);
    }

    @Test
    void aConversationThatIsNotThereIsNamed() {
        String nobody = OpaqueId.next();

        assertThatThrownBy(() -> new Steps(STORE.database(), nobody).plan()).hasMessageContaining(nobody);
    }

    private static ContextVersion current(String conversation) {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private static Coverage coverage(String id) {
        Conversation conversation =
                STORE.database().table(Conversations.class).find(id).orElseThrow();
        return Coverage.of(STORE.database(), conversation, current(id));
    }
}
