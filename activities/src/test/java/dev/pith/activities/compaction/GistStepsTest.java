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
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gist from its plan to its place beside the conversation, without a model. */
@Tag("servers")
class GistStepsTest {

    private static final CompactionSpec GIST = CompactionSpec.defaults().gist(new GistSpec(400, 20));

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void standsBesideTheConversationAndReplacesNothing() {
        Steps steps = gist(dialogue(STORE.database(), "beside", 20, 500));
        CompactionResult result = steps.compact();

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(result.version()).isOne();
        assertThat(stored(steps).toVersion()).isNull();
        assertThat(versions(steps)).hasSize(1);
        assertThat(steps.summary().kind()).isEqualTo("gist");
        assertThat(steps.summary().text()).startsWith("## Gist").contains("Request number 0");
        assertThat(steps.summary().tokens()).isLessThanOrEqualTo(400);
        assertThat(steps.summary().toSeq()).isEqualTo(40);
        assertThat(conversation(steps).gist()).isEqualTo(steps.summary().id());
        Coverage coverage = Coverage.of(
                STORE.database(), conversation(steps), versions(steps).get(0));
        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.live().size()).isEqualTo(40);
    }

    @Test
    void severalChunksAreJoined() {
        Steps steps = gist(dialogue(STORE.database(), "long", 100, 1_000));
        assertThat(steps.plan().chunks()).isGreaterThan(1);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(steps.summary().fromSeq()).isOne();
        assertThat(steps.summary().toSeq()).isEqualTo(200);
        assertThat(steps.summary().text()).contains("Request number 0", "Request number 99");
    }

    @Test
    void asksForTheFlushOfWhatItReadUnlessNobodyWantsThat() {
        Steps asked = gist(dialogue(STORE.database(), "flushed", 5, 100));
        asked.compact();
        Steps off = new Steps(
                STORE.database(), dialogue(STORE.database(), "unflushed", 5, 100), GIST.flushed(FlushMode.OFF));
        off.compact();

        assertThat(STORE.database().table(Flushes.class).of(asked.conversation()))
                .singleElement()
                .satisfies(flush -> {
                    assertThat(flush.compaction()).isEqualTo(asked.compactionId());
                    assertThat(flush.toSeq()).isEqualTo(10);
                });
        assertThat(STORE.database().table(Flushes.class).of(off.conversation())).isEmpty();
    }

    @Test
    void aSecondCommitFindsTheFirst() {
        Steps steps = gist(dialogue(STORE.database(), "again", 10, 300));
        CompactionResult first = steps.compact();

        assertThat(steps.commit()).isEqualTo(first);
        assertThat(gists(steps)).hasSize(1);
    }

    @Test
    void theShortestConversationHasAGistIfItHasWords() {
        Steps greeting = gist(store(STORE.database(), session("short"), List.of(person("p", null, "Hello harbor")))
                .conversation());
        Steps silent = gist(store(STORE.database(), session("silent"), List.of(person("p", null, "")))
                .conversation());

        assertThat(greeting.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(greeting.summary().text()).contains("Hello harbor");
        assertThat(silent.plan().decision()).isEqualTo(Decision.NOTHING_TO_DO);
    }

    @Test
    void holdsUntilEnoughCameAfterIt() {
        String id = dialogue(STORE.database(), "young", 10, 300);
        gist(id).compact();
        grow("young", 10, 9);
        Steps early = gist(id);
        assertThat(early.compact().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        grow("young", 19, 1);

        Steps due = gist(id);
        assertThat(due.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(due.summary().toSeq()).isEqualTo(40);
    }

    @Test
    void readsOnlyWhatCameAfterTheEarlierOne() {
        String id = dialogue(STORE.database(), "onward", 20, 300);
        Steps first = gist(id);
        first.compact();
        grow("onward", 20, 10);
        Steps second = gist(id);
        second.compact();

        assertThat(stored(second).headFrom()).isEqualTo(41);
        assertThat(stored(second).headTo()).isEqualTo(60);
        assertThat(stored(second).basis()).containsExactly(first.summary().id());
        assertThat(second.summary().fromSeq()).isOne();
        assertThat(second.summary().descendants()).isEqualTo(60);
        assertThat(second.summary().text()).contains("Request number 0", "Request number 29");
    }

    @Test
    void everyFifthTimeItIsMadeAnewAndTheOldOnesAreForgotten() {
        String id = dialogue(STORE.database(), "renewed", 10, 300);
        gist(id).compact();
        List<Long> begun = new ArrayList<>();
        for (int renewal = 1; renewal <= 6; renewal++) {
            grow("renewed", 10 * renewal, 10);
            Steps steps = gist(id);
            steps.compact();
            begun.add(stored(steps).headFrom());
            assertThat(gists(steps)).hasSize(renewal < 5 ? renewal + 1 : renewal - 4);
        }

        assertThat(begun).containsExactly(21L, 41L, 61L, 81L, 1L, 121L);
    }

    @Test
    void aRewindBehindItsWatermarkMakesItAnew() {
        String id = dialogue(STORE.database(), "rewound", 20, 300);
        gist(id).compact();
        store(
                STORE.database(),
                session("rewound"),
                List.of(
                        person("other", "a5", "Rather look at the lighthouse of Tarifa."),
                        agent("reply", "other", Messages.words(300, 99))));
        Steps steps = gist(id);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(stored(steps).headFrom()).isOne();
        assertThat(stored(steps).basis()).isEmpty();
        assertThat(steps.summary().text()).contains("lighthouse of Tarifa").doesNotContain("Request number 19");
    }

    @Test
    void aCompactionOfTheContextIsNotInItsWay() {
        String id = dialogue(STORE.database(), "both", 30, 1_000);
        Steps gist = gist(id);
        gist.plan();
        gist.summarizeAndMerge();
        Steps rolling = new Steps(STORE.database(), id);
        rolling.compact();

        assertThat(gist.commit().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(versions(gist)).hasSize(2);
        assertThat(new UndoService(STORE.database()).undo(id, null).compactions())
                .containsExactly(rolling.compactionId());
        assertThat(conversation(gist).gist()).isEqualTo(gist.summary().id());
    }

    @Test
    void aCompactedConversationsFirstGistReadsItsContext() {
        String id = dialogue(STORE.database(), "compacted", 30, 1_000);
        Steps rolling = new Steps(STORE.database(), id);
        rolling.compact();
        Steps steps = gist(id);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(stored(steps).basis()).containsExactly(rolling.summary().id());
        assertThat(stored(steps).headFrom()).isEqualTo(rolling.summary().toSeq() + 1);
        assertThat(steps.summary().fromSeq()).isOne();
    }

    @Test
    void ofTwoThatWereBegunTogetherTheLaterIsSuperseded() {
        String id = dialogue(STORE.database(), "raced", 10, 300);
        Steps late = gist(id);
        late.plan();
        late.summarizeAndMerge();
        Steps first = gist(id);
        first.compact();

        CompactionResult result = late.commit();
        assertThat(result.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(result.error()).contains("another gist");
        assertThat(conversation(late).gist()).isEqualTo(first.summary().id());
    }

    private static Steps gist(String conversation) {
        return new Steps(STORE.database(), conversation, GIST);
    }

    private static void grow(String nativeId, int turns, int more) {
        List<NewMessage> messages = new ArrayList<>();
        for (int turn = turns; turn < turns + more; turn++) {
            messages.add(person("p" + turn, "a" + (turn - 1), "Request number " + turn + ": please go on."));
            messages.add(agent("a" + turn, "p" + turn, Messages.words(300, turn)));
        }
        store(STORE.database(), session(nativeId), messages);
    }

    private static Compaction stored(Steps steps) {
        return STORE.database()
                .table(Compactions.class)
                .find(steps.compactionId())
                .orElseThrow();
    }

    private static Conversation conversation(Steps steps) {
        return STORE.database()
                .table(Conversations.class)
                .find(steps.conversation())
                .orElseThrow();
    }

    private static List<ContextVersion> versions(Steps steps) {
        return STORE.database().table(ContextVersions.class).all(steps.conversation());
    }

    private static List<Summary> gists(Steps steps) {
        return STORE.database().table(Summaries.class).of(steps.conversation()).stream()
                .filter(summary -> summary.kind().equals("gist"))
                .toList();
    }
}
