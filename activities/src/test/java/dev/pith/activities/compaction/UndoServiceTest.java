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
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.UndoService;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class UndoServiceTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void undoGoesBackAndSaysWhatWentWithIt() {
        String id = dialogue(STORE.database(), "undo", 40, 1_000);
        String first = new Steps(STORE.database(), id).compact().id();
        store(
                STORE.database(),
                session("undo"),
                List.of(
                        person("x", "a39", "more"),
                        agent("y", "x", Messages.words(9_000, 99)),
                        person("z", "y", "and more"),
                        agent("w", "z", Messages.words(7_000, 98))));
        String second = new Steps(STORE.database(), id).compact().id();
        UndoService.Undone undone = new UndoService(STORE.database()).undo(id, first);

        assertThat(undone.compactions()).containsExactly(second, first);
        assertThat(current(id).summaries()).isEmpty();
        assertThat(current(id).compactedThrough()).isZero();
        assertThat(coverage(id).complete()).isTrue();
        assertThatThrownBy(() -> new UndoService(STORE.database()).undo(id, null))
                .hasMessageContaining("nothing to undo");
    }

    @Test
    void whatWasSaidAnewMeanwhileDoesNotComeBackBesideIt() {
        String id = dialogue(STORE.database(), "undone", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        for (String answer : List.of("And its answer", "And its answer, corrected")) {
            store(STORE.database(), session("undone"), List.of(agent("a10", "p10", answer)));
        }
        assertThat(current(id).abandoned()).isEqualTo(Ranges.of(81, 81));
        new UndoService(STORE.database()).undo(id, null);

        assertThat(current(id).abandoned().list()).containsExactly(new Ranges.Range(22, 22), new Ranges.Range(81, 81));
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void whatWasSaidAnewOnABranchLeftBehindComesBackAsItWas() {
        String id = dialogue(STORE.database(), "rewound", 40, 1_000);
        new Steps(STORE.database(), id).compact();
        store(STORE.database(), session("rewound"), List.of(agent("a10", "p10", "And its answer")));
        store(STORE.database(), session("rewound"), List.of(person("again", "a19", "Back to the twentieth turn")));

        assertThat(current(id).summaries()).isEmpty();
        assertThat(current(id).abandoned().list()).containsExactly(new Ranges.Range(41, 81));
        assertThat(coverage(id).complete()).isTrue();
    }

    @Test
    void undoIsRefusedWhileACompactionRuns() {
        Steps steps = new Steps(STORE.database(), dialogue(STORE.database(), "busy", 40, 1_000));
        steps.plan();

        assertThatThrownBy(() -> new UndoService(STORE.database()).undo(steps.conversation(), null))
                .hasMessageContaining("being compacted")
                .hasMessageContaining("pith cancel");
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
